#!/usr/bin/env python3
"""Lead times, cycle times and releases of ardoise.json beside what git alone says.

usage: delivery.py ARDOISE.json REPOSITORY [--window DAYS] [--sample N]

Lead: for a sample of commits, the first of the release tags (in the order of their times) among
`git tag --contains COMMIT`; for all, `git rev-list TAG --not EARLIER…` tag after tag. Cycle: for every merge of
`git rev-list --first-parent --merges HEAD`, the earliest author time of `git rev-list --no-merges PARENT --not FIRST`.
Names of releases are taken from ardoise.json. Exits with 1 when a figure differs.
"""
import argparse
import json
import random
import re
import statistics
import subprocess
import sys

DAY = 86400
BOTS = re.compile(r"\[bot\]|\b(dependabot|renovate|greenkeeper|pre-commit-ci|github-actions|snyk-bot)\b", re.I)
MAINS = {"master", "main", "trunk", "develop", "dev", "default"}


def git(repository, *arguments):
    command = ["git", "-C", repository, *arguments]
    return subprocess.run(command, capture_output=True, check=True).stdout.decode("utf-8", "replace")


def read_commits(repository, head):
    commits = {}
    for row in git(repository, "log", "--use-mailmap", "--format=%H%x00%P%x00%at%x00%ct%x00%aN <%aE>%x00%s", head).splitlines():
        commit, parents, written, committed, who, subject = row.split("\0", 5)
        commits[commit] = (parents.split(), int(written), int(committed), who, subject)
    return commits


def measure_leads(repository, commits, releases):
    """{commit: (lead in days, tag time)}; the first release of all gives none."""
    leads, done, first = {}, [], True
    for release in releases:
        reached = git(repository, "rev-list", release["commit"], *(["--not"] + done if done else [])).split()
        fresh = [commit for commit in reached if commit in commits]
        for commit in fresh:
            parents, written, committed, who, subject = commits[commit]
            if len(parents) < 2 and not BOTS.search(who):
                leads[commit] = None if first else (max(release["time"] - written, 0) / DAY, release["time"])
        if fresh:
            first = False
        done.append(release["commit"])
    return {commit: lead for commit, lead in leads.items() if lead}


def check_sample(repository, leads, releases, now, size):
    """By `git tag --contains`, commit by commit."""
    times = {}
    for release in releases:
        times[release["name"]] = release["time"]
    wrong = 0
    chosen = random.Random(1).sample(sorted(leads), min(size, len(leads)))
    for commit in chosen:
        names = [name for name in git(repository, "tag", "--contains", commit).split("\n") if name in times]
        wrong += min(times[name] for name in names) != leads[commit][1]
    return len(chosen), wrong


def measure_cycles(repository, commits, head):
    cycles = []
    for row in git(repository, "rev-list", "--first-parent", "--merges", "--parents", head).splitlines():
        merge, first, *others = row.split()
        before = [first]
        subject = re.match(r"Merge .*?'([^']*)'", commits[merge][4])
        for other in others:
            branch = git(repository, "rev-list", "--no-merges", other, "--not", *before).split()
            before.append(other)
            starts = [commits[commit][1] for commit in branch if not BOTS.search(commits[commit][3])]
            if starts and not (subject and subject.group(1).split("/")[-1] in MAINS):
                cycles.append((max(commits[merge][2] - min(starts), 0) / DAY, commits[merge][2]))
    return cycles


def compare(name, figure, days):
    ours, theirs = figure["value"], statistics.median(days) if len(days) >= 5 else None
    same = (ours is None) == (theirs is None) and (ours is None or abs(ours - theirs) < 0.0002) and figure["n"] == len(days)
    print(f"  {name}: {ours} of {figure['n']} ours, {theirs} of {len(days)} by git: {'equal' if same else 'DIFFERENT'}")
    return same


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("json")
    arguments.add_argument("repository")
    arguments.add_argument("--window", type=float, default=365)
    arguments.add_argument("--sample", type=int, default=50)
    options = arguments.parse_args()
    report = json.load(open(options.json))
    head = report["repository"]["head"]
    commits = read_commits(options.repository, head)
    now = commits[head][2]
    since = now - int(options.window * DAY)
    figures = {row["id"]: row for row in report["delivery"]["figures"]}
    releases = report["delivery"]["releases"]
    leads = measure_leads(options.repository, commits, releases)
    cycles = measure_cycles(options.repository, commits, head)
    print(f"{options.repository}: {len(commits)} commits, {len(releases)} releases")
    good = compare("lead time", figures["lead-time"], [days for days, end in leads.values() if end >= since])
    good &= compare("cycle time", figures["cycle-time"], [days for days, end in cycles if end >= since])
    checked, wrong = check_sample(options.repository, leads, releases, now, options.sample)
    print(f"  git tag --contains: {checked} commits asked, {wrong} in another release")
    return 0 if good and not wrong else 1


if __name__ == "__main__":
    sys.exit(main())
