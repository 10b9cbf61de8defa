#!/usr/bin/env python3
"""How much of a repository its grammar reads, and which functions are found beside universal-ctags'.

Usage: languages.py FACTS LANGUAGE REPOSITORY... [--show SIDE] [--draw N --seed N --least N]

FACTS is the program built from facts.c, LANGUAGE a name of languages.def,
REPOSITORY a work tree. One row of a Markdown table per repository: files and
bytes, the share of both below no ERROR node, functions, and how many of the
named ones ctags has too (same name, and a line inside the function's) and the
other way round, for languages that ctags reads.

  --show ours|theirs   prints what only one side has
  --draw N --seed N    prints N functions, drawn at random, with their measures and text;
                       --least: of so many lines with code
"""
import argparse
import collections
import json
import pathlib
import random
import re
import subprocess

# Kinds of functions and methods, by ctags' name of the language; those it does not read are left out.
KINDS = {"C": "f", "C++": "f", "Python": "fm", "JavaScript": "fmgGS", "TypeScript": "fmG", "Java": "m", "Go": "f",
         "Rust": "fP", "Ruby": "fS", "PHP": "f", "C#": "m", "Lua": "f", "Kotlin": "m", "Bash": "f"}
CTAGS = {"Bash": "Sh"}
# Other kinds come from parsers that run inside others: RSpec's in Ruby.
KIND_NAMES = ("function", "func", "method", "member", "generator", "getter", "setter", "singletonMethod")


def run(*command, **options):
    return subprocess.run(command, stdout=subprocess.PIPE, check=True, **options).stdout


def read_facts(facts, root, language):
    names = run("git", "-C", root, "ls-files", "-z").decode("utf-8", "surrogateescape").split("\0")
    out = run(facts, root, input="\n".join(n for n in names if n).encode("utf-8", "surrogateescape"))
    rows = (json.loads(line) for line in out.decode().splitlines())
    # A file out of bounds is Text with error share 1: it counts as read badly.
    return [row for row in rows if row["language"] == language and row["measured"]]


def read_ctags(root, language, names):
    found = collections.defaultdict(list)
    out = run("ctags", "--output-format=json", "--fields=+nK", f"--language-force={CTAGS.get(language, language)}",
              f"--kinds-{CTAGS.get(language, language)}={KINDS[language]}", "-f-", "-L-", cwd=root,
              input="\n".join(names).encode(), stderr=subprocess.DEVNULL)
    for line in out.decode("utf-8", "replace").splitlines():
        row = json.loads(line)
        if row["_type"] == "tag" and row["kind"] in KIND_NAMES:
            found[row["path"]].append((row["name"], row["line"]))
    return found


def short(name):
    """The last part of a qualified name; operators and names with dots inside stay whole."""
    part = re.split(r"::|(?<=[\w>])\.(?=[\w~])", name)[-1]
    return re.sub(r"^self\.", "", part)


def pair(ours, theirs):
    """Indices of ours and theirs that are the same function."""
    left, right = set(), set()
    for j, (name, line) in enumerate(theirs):
        for i, row in enumerate(ours):
            if i not in left and row["start"] <= line <= row["end"] and short(row["name"]) == short(name):
                left.add(i)
                right.add(j)
                break
    return left, right


def compare(options, root, rows):
    tags = read_ctags(root, options.language, [row["path"] for row in rows])
    counts = collections.Counter()
    for row in rows:
        ours = [f for f in row["functions"] if f["name"]]
        theirs = tags[row["path"]]
        left, right = pair(ours, theirs)
        counts += collections.Counter(ours=len(ours), theirs=len(theirs), left=len(left), right=len(right))
        if options.show == "ours":
            for f in (f for i, f in enumerate(ours) if i not in left):
                print(f"{row['path']}:{f['start']} {f['name']}")
        if options.show == "theirs":
            for name, line in (t for j, t in enumerate(theirs) if j not in right):
                print(f"{row['path']}:{line} {name}")
    return f"{counts['left']}/{counts['ours']} | {counts['right']}/{counts['theirs']}"


def draw(options, root, rows):
    every = [(row["path"], f) for row in rows for f in row["functions"] if f["code"] >= options.least]
    for path, f in random.Random(options.seed).sample(every, min(options.draw, len(every))):
        lines = (pathlib.Path(root) / path).read_text(errors="replace").split("\n")[f["start"] - 1:f["end"]]
        print(f"\n=== {path}:{f['start']}-{f['end']} {f['name']} cyclomatic {f['cyclomatic']} cognitive "
              f"{f['cognitive']} nesting {f['nesting']} parameters {f['parameters']} code {f['code']}")
        print("\n".join(lines))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("facts")
    parser.add_argument("language")
    parser.add_argument("repositories", nargs="+")
    parser.add_argument("--show", choices=["ours", "theirs"])
    parser.add_argument("--draw", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--least", type=int, default=1)
    options = parser.parse_args()
    for root in options.repositories:
        rows = read_facts(options.facts, root, options.language)
        size = sum(row["bytes"] for row in rows)
        bad = sum(row["bytes"] * row["error_share"] for row in rows)
        clean = sum(row["error_share"] == 0 for row in rows)
        commit = run("git", "-C", root, "rev-parse", "--short=10", "HEAD").decode().strip()
        agreed = compare(options, root, rows) if options.language in KINDS else "- | -"
        print(f"| {options.language} | {pathlib.Path(root).name} {commit} | {len(rows)} | {100 * clean / len(rows):.1f} % | "
              f"{100 - 100 * bad / size:.3f} % | {sum(len(row['functions']) for row in rows)} | {agreed} |")
        if options.draw:
            draw(options, root, rows)


if __name__ == "__main__":
    main()
