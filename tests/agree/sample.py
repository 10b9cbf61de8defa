#!/usr/bin/env python3
"""Draw findings at random from reports of several repositories, for people to read and judge.

    sample.py [--seed N] [--count N] [--rule ID] [--show LINES] GIT_DIR=ardoise.json ...

Each rule gets at most COUNT findings, drawn in turn from the repositories that have any, so that a
large one does not crowd out the others. A finding's place in the draw is a hash of the seed and its
id: the same seed gives the same sample, and a finding more or less moves no other. With --show the
first lines of each place are printed below it, as they stand in the analysed commit.
"""

import argparse
import hashlib
import json
import os
import subprocess
import sys


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("reports", nargs="+", metavar="GIT_DIR=JSON")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=30)
    parser.add_argument("--rule", action="append")
    parser.add_argument("--show", type=int, default=0, metavar="LINES")
    return parser.parse_args()


def name_of(git_dir):
    parts = os.path.abspath(git_dir).rstrip("/").split("/")
    while parts[-1] in (".git", "repo"):
        parts.pop()
    return parts[-1].replace("+", "/", 1)


def read(pairs):
    findings = {}
    for pair in pairs:
        git_dir, _, path = pair.partition("=")
        with open(path, encoding="utf-8") as stream:
            report = json.load(stream)
        head = report["repository"]["head"]
        for row in report["findings"]:
            if row["state"] != "paid":
                places = findings.setdefault(row["rule"], {})
                places.setdefault(name_of(git_dir), []).append((git_dir, head, row))
    return findings


def place_in_draw(seed, entry):
    return hashlib.sha256(f"{seed} {entry[2]['id']}".encode()).hexdigest()


def draw(places, count, seed):
    """Repositories take turns; each gives the next one in its draw."""
    left = {name: sorted(rows, key=lambda entry: place_in_draw(seed, entry), reverse=True) for name, rows in places.items()}
    drawn = []
    while left and len(drawn) < count:
        for name in sorted(left):
            if len(drawn) == count:
                break
            drawn.append((name, *left[name].pop()))
            if not left[name]:
                del left[name]
    return sorted(drawn, key=lambda entry: (entry[0], entry[3]["path"], entry[3]["start_line"]))


def source(git_dir, head, row, lines):
    command = ["git", "--git-dir", git_dir, "show", f"{head}:{row['path']}"]
    text = subprocess.run(command, capture_output=True, check=True).stdout.decode("utf-8", "replace")
    first = row["start_line"] - 1
    return text.splitlines()[first : min(first + lines, row["end_line"])]


def main():
    options = arguments()
    findings = read(options.reports)
    for rule in sorted(findings):
        if options.rule and rule not in options.rule:
            continue
        total = sum(len(rows) for rows in findings[rule].values())
        print(f"## {rule}: {total} findings, " + ", ".join(f"{n} {len(r)}" for n, r in sorted(findings[rule].items())))
        for number, (name, git_dir, head, row) in enumerate(draw(findings[rule], options.count, options.seed), 1):
            print(f"{number}. {name} {head[:10]} {row['path']}:{row['start_line']}-{row['end_line']}", end=" ")
            print(f"{row['function'] or ''} {row['value']:g} {row['unit']} ({row['severity']})")
            for line in source(git_dir, head, row, options.show) if options.show else []:
                print("      " + line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
