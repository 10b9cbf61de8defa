#!/usr/bin/env python3
"""Compare code lines with cloc's, file by file.

Usage: lines.py FACTS REPOSITORY... [--show N]

FACTS is the program built from facts.c, REPOSITORY a work tree. A line is equal
when both count it: the share is 1 - (sum of the files' differences) / cloc's code lines. Files
of which cloc and we know the same language are compared; --show prints the N
files that differ most. Exit status 1 below 99 %.
"""
import argparse
import csv
import json
import pathlib
import subprocess
import sys
import tempfile

EXTENSIONS = {".c", ".h", ".cc", ".cpp", ".cxx", ".hpp", ".py", ".js", ".cjs", ".mjs", ".ts", ".tsx", ".java", ".go"}


def tracked(root):
    names = subprocess.run(["git", "-C", root, "ls-files", "-z"], stdout=subprocess.PIPE, check=True).stdout
    return [n for n in names.decode().split("\0") if pathlib.PurePath(n).suffix in EXTENSIONS]


def read_ours(facts, root, names):
    out = subprocess.run([facts, root], input="\n".join(names).encode(), stdout=subprocess.PIPE, check=True).stdout
    return {row["path"]: row for row in map(json.loads, out.decode().splitlines())}


def read_cloc(root, names):
    with tempfile.TemporaryDirectory() as folder:
        listed, result = pathlib.Path(folder, "files"), pathlib.Path(folder, "result")
        listed.write_text("\n".join(names))
        subprocess.run(["cloc", "--by-file", "--csv", "--quiet", "--skip-uniqueness", f"--list-file={listed}",
                        f"--out={result}"], cwd=root, check=True, stdout=subprocess.DEVNULL)
        with result.open() as rows:
            return {row["filename"].removeprefix("./"): row for row in csv.DictReader(rows) if row["filename"]}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("facts")
    parser.add_argument("repositories", nargs="+")
    parser.add_argument("--show", type=int, default=0)
    options = parser.parse_args()
    print(f"{'repository':12}{'files':>8}{'equal files':>13}{'code lines':>12}{'equal lines':>13}")
    failed = False
    for root in options.repositories:
        names = tracked(root)
        ours, theirs = read_ours(options.facts, root, names), read_cloc(root, names)
        rows = [(abs(int(theirs[n]["code"]) - ours[n]["code"]), n) for n in theirs if n in ours]
        total = sum(int(theirs[n]["code"]) for _, n in rows)
        share = 100 * (1 - sum(d for d, _ in rows) / max(1, total))
        equal = 100 * sum(d == 0 for d, _ in rows) / max(1, len(rows))
        failed |= share < 99
        print(f"{pathlib.Path(root).name:12}{len(rows):8}{equal:12.2f}%{total:12}{share:12.2f}%")
        for difference, name in sorted(rows, reverse=True)[:options.show]:
            if difference:
                print(f"  {name}: code {ours[name]['code']}, cloc {theirs[name]['code']}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
