#!/usr/bin/env python3
"""A synthetic repository of many commits of many files, for git fast-import; the same bytes for the same numbers.

usage: many_commits.py COMMITS [--files N] [--per-commit N] | git fast-import

Every commit changes so many files of a tree of N files in folders of 50: half of them one group of neighbours, the
rest anywhere. One commit in fifty is a release tag, one in ten a fix, twenty authors take turns. Commits are a
quarter of an hour apart, so that 35,000 fall into one year.
"""
import argparse
import random
import sys


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("commits", type=int)
    arguments.add_argument("--files", type=int, default=5000)
    arguments.add_argument("--per-commit", type=int, default=12)
    options = arguments.parse_args()
    chance = random.Random(1)
    out = sys.stdout
    start = 1_700_000_000 - options.commits * 900
    for number in range(options.commits):
        group = chance.randrange(options.files // 10) * 10
        near = [group + chance.randrange(10) for _ in range(options.per_commit // 2)]
        far = [chance.randrange(options.files) for _ in range(options.per_commit - len(near))]
        time = start + number * 900
        who = f"Author{number % 20} <a{number % 20}@example.org>"
        text = f"{'Fix' if number % 10 == 0 else 'Change'} {number}"
        out.write(f"commit refs/heads/main\nauthor {who} {time} +0000\ncommitter {who} {time} +0000\ndata {len(text)}\n{text}\n")
        for file in sorted(set(near + far)):
            body = f"int f{file}(int a)\n{{\n  return a + {number};\n}}\n"
            out.write(f"M 100644 inline d{file // 50:03}/f{file:05}.c\ndata {len(body)}\n{body}\n")
        if number % 50 == 49:
            name = f"v1.{number // 50}"
            out.write(f"reset refs/tags/{name}\nfrom refs/heads/main\n\n")


if __name__ == "__main__":
    main()
