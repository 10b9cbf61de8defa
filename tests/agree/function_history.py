#!/usr/bin/env python3
"""Revisions of functions beside `git log -L`.

    function_history.py REPOSITORY ardoise.sqlite PATH… [--least N] [--list]

For every named function of at least N lines in each PATH of today's tree: the commits that the
database (table function_revisions) says changed its lines, and the ones that
`git log -L START,END:PATH` says did. A function's range in git holds the functions inside it, so
theirs are added to it here. Merges are none of both.

Where the two differ, a third witness is asked: `git diff` of the commit's file against its
first parent's, without context, and the range of the function of that name in both by
Universal Ctags, an unrelated parser. It says whether the commit changed a line of the function.
"""
import argparse
import collections
import json
import re
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path


def git(repository, *arguments, check=True):
    done = subprocess.run(["git", "-C", repository, *arguments], capture_output=True, check=check)
    return done.stdout.decode("utf-8", "replace")


def read_functions(db, path):
    rows = db.execute(
        "SELECT f.name, f.start_line, f.end_line, "
        "(SELECT group_concat(r.commit_id, ' ') FROM function_revisions r WHERE r.path = f.path AND r.name = f.name "
        "AND r.start_line = f.start_line) FROM functions f WHERE f.path = ? ORDER BY f.start_line, f.end_line DESC",
        (path,)).fetchall()
    functions = [{"name": name, "start": start, "end": end, "own": set((commits or "").split())}
                 for name, start, end, commits in rows]
    for outer in functions:
        outer["ours"] = set().union(*(inner["own"] for inner in functions
                                      if outer["start"] <= inner["start"] and inner["end"] <= outer["end"]))
    return functions


def read_git(repository, path, function):
    """Commits, and for each the lines of its side that git's range holds."""
    text = git(repository, "log", "--format=commit %H", f"-L{function['start']},{function['end']}:{path}")
    commits, paths, last = {}, {}, None
    for line in text.splitlines():
        if line.startswith("commit ") and len(line) == 47:
            last = line[7:]
            commits[last] = []
        elif line.startswith("@@ ") and last:
            old, new = re.match(r"@@ -(\d+(?:,\d+)?) \+(\d+(?:,\d+)?) @@", line).groups()
            commits[last].append((span(old), span(new)))
        elif line.startswith("+++ b/") and last:
            paths[last] = line[6:]
    return commits, paths


def span(text):
    start, _, count = text.partition(",")
    return int(start), int(count or 1)


def blob_functions(repository, revision, path, cache):
    key = revision, path
    if key not in cache:
        done = subprocess.run(["git", "-C", repository, "show", f"{revision}:{path}"], capture_output=True)
        found = collections.defaultdict(list)
        if done.returncode == 0:
            with tempfile.TemporaryDirectory() as folder:
                file = Path(folder) / Path(path).name
                file.write_bytes(done.stdout)
                tags = subprocess.run(["ctags", "-o", "-", "--output-format=json", "--fields=+neK", "--kinds-all=*",
                                       str(file)], capture_output=True, text=True, errors="replace").stdout
            for line in tags.splitlines():
                tag = json.loads(line)
                if "end" in tag and tag.get("kind") in ("function", "method", "member", "func", "constructor",
                                                        "generator", "getter", "setter", "singletonMethod"):
                    found[tag["name"]].append((tag["line"], tag["end"]))
        cache[key] = found
    return cache[key]


def changed_lines(repository, commit, path, cache):
    """Hunks of the commit's file: (old start, old count, new start, new count), and the old path."""
    key = commit, path
    if key not in cache:
        text = git(repository, "show", "--format=", "-U0", "-M", "-m", "--first-parent", commit, check=False)
        hunks, old, here, previous = [], path, False, None
        for line in text.splitlines():
            if line.startswith("--- "):
                previous = line[6:] if line.startswith("--- a/") else None
            elif line.startswith("+++ "):
                here = line[6:] == path
                old = previous if here else old
            elif here and line.startswith("@@ "):
                left, right = re.match(r"@@ -(\d+(?:,\d+)?) \+(\d+(?:,\d+)?) @@", line).groups()
                hunks.append(span(left) + span(right))
        cache[key] = hunks, old
    return cache[key]


def touches(hunks, ranges, side):
    for hunk in hunks:
        start, count = (hunk[0], hunk[1]) if side == 0 else (hunk[2], hunk[3])
        for first, last in ranges:
            if count and start <= last and start + count - 1 >= first:
                return True
    return False


def witness(repository, commit, path, name, caches):
    """Whether the commit changed lines of a function of that simple name; None when it cannot tell."""
    if path is None:
        return None
    simple = re.split(r"[.:#>]+", name)[-1]
    hunks, old = changed_lines(repository, commit, path, caches[1])
    new_ranges = blob_functions(repository, commit, path, caches[0])[simple]
    old_ranges = blob_functions(repository, f"{commit}^", old, caches[0])[simple] if old else []
    if not new_ranges and not old_ranges:
        return None
    return touches(hunks, new_ranges, 1) or touches(hunks, old_ranges, 0)


def path_at(repository, path):
    """Commit to the path that the file had in it, by git's own following of renames."""
    text = git(repository, "log", "--follow", "--format=commit %H", "--name-only", "--", path)
    paths, last = {}, None
    for line in text.splitlines():
        if line.startswith("commit "):
            last = line[7:]
        elif line:
            paths[last] = line
    return paths


def explain(repository, function, commit, side, data):
    """Why one commit is on one side only."""
    commits, paths, follow, order, caches, changed, namesakes = data
    path = paths.get(commit) or follow.get(commit)
    seen = witness(repository, commit, path, function["name"], caches)
    if side == "git":
        oldest = max((order.get(c, 0) for c in function["ours"]), default=0)
        if seen is False:
            return "git's range holds lines beside the function there"
        if commit not in changed:
            return "git follows the file through a merge to a path that the commit which added it left in place"
        if seen is None:
            return ("git's range goes on where there is no function of this name" if order.get(commit, 0) > oldest
                    else "there is no function of this name there")
        if namesakes:
            return "a function of this name was changed; the file has several"
        return ("a function of this name was changed, before ardoise's first revision"
                if order.get(commit, 0) > oldest else "the function was changed")
    if seen is False:
        return "the function was not changed"
    if path is None or commit not in follow:
        return "the commit is in no list of git's for this file (git log --follow): a branch or path that it does not follow"
    older = [c for c in commits if order.get(c, 0) > order.get(commit, 0)]
    if not older:
        return "git's range begins later: the function was moved or rewritten whole"
    return "git left the branch of the commit: at a merge the other side had the same lines" if seen else \
        "not told: no function of this name there"


def compare(arguments, db, path, order, totals):
    follow = path_at(arguments.repository, path)
    changed = {row[0] for row in db.execute("SELECT commit_id FROM changes WHERE path_today = ?", (path,))}
    caches = ({}, {})
    functions = [f for f in read_functions(db, path)
                 if f["name"] and f["end"] - f["start"] + 1 >= arguments.least]
    simple = collections.Counter(re.split(r"[.:#>]+", f["name"])[-1] for f in functions)
    equal = 0
    reasons = collections.Counter()
    rows = [0, 0, 0]
    for function in functions:
        commits, paths = read_git(arguments.repository, path, function)
        ours, theirs = function["ours"], set(commits)
        rows[0] += len(ours & theirs)
        rows[1] += len(ours - theirs)
        rows[2] += len(theirs - ours)
        equal += ours == theirs
        for side, different in (("ardoise", ours - theirs), ("git", theirs - ours)):
            for commit in sorted(different, key=lambda c: order.get(c, 0)):
                reason = explain(arguments.repository, function, commit, side,
                                 (commits, paths, follow, order, caches, changed,
                                  simple[re.split(r"[.:#>]+", function["name"])[-1]] > 1))
                reasons[f"only {side}: {reason}"] += 1
                if arguments.list:
                    print(f"  {function['name']} {commit[:10]} only {side}: {reason}")
    revisions = len(set().union(*(f["own"] for f in functions))) if functions else 0
    print(f"| {path} | {len(follow)} | {len(functions)} | {equal} | {rows[0]} | {rows[1]} | {rows[2]} |", flush=True)
    totals.update(reasons)
    return revisions


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("repository")
    parser.add_argument("database")
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--least", type=int, default=3)
    parser.add_argument("--list", action="store_true")
    arguments = parser.parse_args()
    db = sqlite3.connect(arguments.database)
    order = {commit: i for i, commit in enumerate(git(arguments.repository, "rev-list", "--topo-order", "HEAD").split())}
    totals = collections.Counter()
    print("| file | commits | functions | equal | revisions in both | only ardoise | only git |\n|---|---|---|---|---|---|---|")
    for path in arguments.paths:
        compare(arguments, db, path, order, totals)
    print()
    for reason, n in totals.most_common():
        print(f"{n} {reason}")


if __name__ == "__main__":
    sys.exit(main())
