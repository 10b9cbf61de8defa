#!/usr/bin/env python3
"""Change coupling and scatter of ardoise.json beside code-maat's definitions, computed here from `git log` alone.

usage: coupling.py ARDOISE.json REPOSITORY [--window DAYS] [--max-files N] [--min-support N] [--show N]

Definitions (code-maat, coupling_algos.clj and logical_coupling.clj): a change set is a commit without merges; sets of
more than N files are left out; a pair's shared revisions are the sets with both; degree = shared / mean of both
revisions. Renames are followed by git's own detection from the newest commit back, along the commits that git lists.
Prints the pairs that both have, those of one side alone with the reason that can be told, and exits with 1 when a
pair of both differs in a count without one.
"""
import argparse
import collections
import json
import re
import subprocess
import sys


def git(repository, *arguments):
    command = ["git", "-c", "core.quotePath=false", "-C", repository, *arguments]
    return subprocess.run(command, capture_output=True, check=True).stdout.decode("utf-8", "surrogateescape")


def read_commits(repository, head, since):
    """[(id, author time, [(status, old path, path)])], newest first, merges left out."""
    text = git(repository, "log", "--no-merges", "--date-order", "-M50%", "--name-status", "-z", "--format=%x01%H %at %ae %an", head)
    commits = []
    for part in text.split("\x01")[1:]:
        fields = part.split("\0")
        commit, time, who = fields[0].strip("\n").split(" ", 2)
        fields = [field for field in fields[1:] if field]
        changes, at = [], 0
        while at < len(fields):
            status = fields[at].strip("\n")
            if status[:1] in "RC":
                changes.append((status[0], fields[at + 1], fields[at + 2]))
                at += 3
            else:
                changes.append((status[0], fields[at + 1], fields[at + 1]))
                at += 2
        commits.append((commit, int(time), who, changes))
    return [row for row in commits if row[1] >= since], commits


def fold(commits, today):
    """Each commit's files by their names of today: a rename seen on the way back moves the name."""
    names = {path: path for path in today}
    sets = []
    for commit, time, who, changes in commits:
        files = set()
        for status, old, path in changes:
            files.add(names.get(path))
        for status, old, path in changes:
            if status == "R" and path in names:
                names[old] = names.pop(path)
            elif status == "A":
                names.pop(path, None)
        sets.append((commit, time, who, {file for file in files if file}, len(changes)))
    return sets


def count(sets, most):
    revisions, pairs = collections.Counter(), collections.Counter()
    n = 0
    for commit, time, who, files, size in sets:
        if size > most or not files:
            continue
        n += 1
        revisions.update(files)
        ordered = sorted(files, key=lambda path: path.encode("utf-8", "surrogateescape"))
        for i, one in enumerate(ordered):
            for other in ordered[i + 1:]:
                pairs[one, other] += 1
    return n, revisions, pairs


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("json")
    arguments.add_argument("repository")
    arguments.add_argument("--window", type=float, default=365)
    arguments.add_argument("--max-files", type=int, default=30)
    arguments.add_argument("--min-support", type=int, default=5)
    arguments.add_argument("--min-confidence", type=float, default=0.5)
    arguments.add_argument("--show", type=int, default=5)
    options = arguments.parse_args()
    report = json.load(open(options.json))
    head = report["repository"]["head"]
    now = int(git(options.repository, "log", "-1", "--format=%ct", head))
    since = now - options.window * 86400
    judged = {row["path"] for row in report["files"]
              if not set(row["flags"]) & {"generated", "vendored", "binary", "minified", "too-large"}}
    today = [path for path in git(options.repository, "ls-tree", "-r", "-z", "--name-only", head).split("\0") if path in judged]
    recent, every = read_commits(options.repository, head, since)
    sets = [row for row in fold(every, today) if row[1] >= since]
    bots = re.compile(r"\[bot\]|\b(dependabot|renovate|greenkeeper|pre-commit-ci|github-actions|snyk-bot)\b", re.I)
    sets = [row for row in sets if not bots.search(row[2])]
    n, revisions, counted = count(sets, options.max_files)
    theirs = {pair: shared for pair, shared in counted.items()
              if shared >= options.min_support and shared / min(revisions[pair[0]], revisions[pair[1]]) >= options.min_confidence}
    ours = {(row["one"], row["other"]): row for row in report["couplings"]}
    both = set(ours) & set(theirs)
    equal = [pair for pair in both if ours[pair]["together"] == theirs[pair]
             and ours[pair]["revisions_one"] == revisions[pair[0]] and ours[pair]["revisions_other"] == revisions[pair[1]]]
    print(f"{options.repository}: {n} change sets; pairs: {len(ours)} ours, {len(theirs)} theirs, {len(both)} of both, {len(equal)} of these with equal counts")
    for pair in sorted(both - set(equal))[:options.show]:
        row = ours[pair]
        print("  differs", pair, row["together"], row["revisions_one"], row["revisions_other"], "git:", theirs[pair], revisions[pair[0]], revisions[pair[1]])
    for pair in sorted(set(ours) - both)[:options.show]:
        print("  ours alone", pair, ours[pair]["together"], ours[pair]["revisions_one"], ours[pair]["revisions_other"], "git:", counted[pair], revisions[pair[0]], revisions[pair[1]])
    for pair in sorted(set(theirs) - both)[:options.show]:
        print("  theirs alone", pair, theirs[pair], revisions[pair[0]], revisions[pair[1]])
    return 0 if len(equal) == len(ours) == len(theirs) else 1


if __name__ == "__main__":
    sys.exit(main())
