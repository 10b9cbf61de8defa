#!/usr/bin/env python3
"""Compare the rows of history with `git log --numstat --no-renames`.

Usage: numstat.py NUMSTAT REPOSITORY...   [--show N]

NUMSTAT is the program built from numstat.c. Every row (commit, lines added,
lines deleted, path) of every non-merge commit reachable from HEAD is compared,
bytes for bytes. Prints matched and total rows per repository, and the first N
rows that one side has alone. Exit status 1 below 100 %.
"""
import argparse
import os
import re
import subprocess
import sys

ROW = re.compile(rb"\n?(\d+|-)\t(\d+|-)\t(.+)", re.DOTALL)


def clean_environment():
    clean = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
    clean.update(GIT_CONFIG_NOSYSTEM="1", GIT_CONFIG_GLOBAL=os.devnull, GIT_ATTR_NOSYSTEM="1", LC_ALL="C")
    clean.update(GIT_CONFIG_COUNT="1", GIT_CONFIG_KEY_0="safe.directory", GIT_CONFIG_VALUE_0="*")
    return clean


def git_rows(repository):
    command = ["git", "-C", repository, "log", "-z", "--numstat", "--no-renames", "--no-merges", "--format=%x02%H"]
    done = subprocess.run(command, stdout=subprocess.PIPE, env=clean_environment())
    if done.returncode != 0:
        sys.exit(f"numstat.py: git itself cannot read the whole history of {repository}")
    commit, rows = b"", set()
    for part in done.stdout.split(b"\0"):
        row = ROW.fullmatch(part)
        if row:
            rows.add(b"\t".join((commit,) + row.groups()))
        elif part.startswith(b"\x02"):
            commit = part[1:]
        elif part.strip():
            sys.exit(f"numstat.py: cannot read git's output: {part!r}")
    return rows


def our_rows(program, repository):
    out = subprocess.run([program, repository], stdout=subprocess.PIPE, check=True).stdout
    return set(out.split(b"\0")) - {b""}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("numstat")
    parser.add_argument("repository", nargs="+")
    parser.add_argument("--show", type=int, default=10, metavar="N")
    arguments = parser.parse_args()
    agreed = True
    for repository in arguments.repository:
        git, ours = git_rows(repository), our_rows(arguments.numstat, repository)
        matched, total = len(git & ours), len(git | ours)
        share = 100 * matched / total if total else 100
        print(f"{repository}: {matched} of {total} rows equal, {share:.4f} %", flush=True)
        for name, rows in (("git only", git - ours), ("ours only", ours - git)):
            for row in sorted(rows)[: arguments.show]:
                print(f"  {name}: {row!r}")
        agreed = agreed and git == ours
    sys.exit(0 if agreed else 1)


if __name__ == "__main__":
    main()
