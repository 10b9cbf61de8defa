#!/usr/bin/env python3
"""Compare functions found and their cyclomatic complexity with lizard's.

Usage: functions.py FACTS LIZARD REPOSITORY... [--show CLASS]

FACTS is the program built from facts.c, LIZARD a checkout of terryyin/lizard,
REPOSITORY a work tree. Every function of lizard's is paired with ours by name
and place; what does not pair or differs is put into one class, in this order:

  directives    equal once lizard's +1 for every #if, #ifdef, #elif (not #ifndef) is taken off
  finally       Python: equal once lizard's +1 for every finally is taken off
  lost          lizard does not list a named function of this file that universal-ctags
                and we both find: it lost its place, its differences in this file are not compared
  complexity, only ours, only lizard   everything else

Prints one row per repository; --show prints the functions of one class. Exit
status 1 when less than 97 % agree: equal as they stand, or equal but for a
convention (the first two classes), of all functions but the lost ones. "as they
are" is the share of equal ones of all functions, nothing left out.
"""
import argparse
import collections
import json
import pathlib
import re
import subprocess
import sys

EXTENSIONS = {".c", ".h", ".cc", ".cpp", ".cxx", ".hpp", ".py", ".js", ".cjs", ".mjs", ".ts", ".java", ".go"}
CLASSES = ["equal", "directives", "finally", "complexity", "only ours", "only lizard", "lost"]
DIRECTIVE = re.compile(r"\s*#\s*(if|ifdef|elif)\b")
FINALLY = re.compile(r"\s*finally\s*:")


def tracked(root):
    names = subprocess.run(["git", "-C", root, "ls-files", "-z"], stdout=subprocess.PIPE, check=True).stdout
    return [n for n in names.decode().split("\0") if pathlib.PurePath(n).suffix in EXTENSIONS]


def read_ours(facts, root, names):
    out = subprocess.run([facts, root], input="\n".join(names).encode(), stdout=subprocess.PIPE, check=True).stdout
    rows = (json.loads(line) for line in out.decode().splitlines())
    return {row["path"]: row["functions"] for row in rows if row["measured"] and row["content"] == "text"}


def read_lizard(root, names):
    import lizard
    for name in names:
        try:
            yield name, lizard.analyze_file(str(pathlib.Path(root) / name)).function_list
        except Exception as problem:  # lizard stops at a few files
            print(f"lizard cannot read {name}: {problem}", file=sys.stderr)


def read_ctags(root, names):
    """Names of functions by file, as universal-ctags finds them."""
    kinds = {"f", "m", "g", "s", "function", "method", "member", "getter", "setter", "func", "generator"}
    out = subprocess.run(["ctags", "--output-format=json", "--fields=+K", "-f-", "-L-"], cwd=root,
                         input="\n".join(names).encode(), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True).stdout
    found = collections.defaultdict(set)
    for line in out.decode("utf-8", "replace").splitlines():
        row = json.loads(line)
        if row.get("kind") in kinds:
            found[row["path"]].add(row["name"])
    return found


def short(name):
    name = re.split(r"::|\.", re.sub(r"<.*", "", name.strip()))[-1].strip()
    return "" if name == "(anonymous)" else name


def pair(ours, theirs):
    """Pairs of (ours, theirs), then what is left of each."""
    free, pairs, rest = list(ours), [], []
    for one in theirs:
        near = [f for f in free if short(f["name"]) == short(one.name) and f["start"] <= one.start_line <= f["end"]]
        near = near or [f for f in free if f["start"] == one.start_line]
        if near:
            best = min(near, key=lambda f: (one.start_line - f["start"], abs(f["end"] - one.end_line)))
            free.remove(best)
            pairs.append((best, one))
        else:
            rest.append(one)
    return pairs, free, rest


def convention(ours, theirs, source):
    """The class of a pair."""
    difference = theirs.cyclomatic_complexity - ours["cyclomatic"]
    body = source[theirs.start_line - 1:theirs.end_line]
    if difference == 0:
        return "equal"
    if difference == sum(1 for line in body if DIRECTIVE.match(line)):
        return "directives"
    if difference == sum(1 for line in body if FINALLY.match(line)):
        return "finally"
    return "complexity"


def compare(ours, theirs, source, tags):
    pairs, free, rest = pair(ours, theirs)
    rows = [(convention(a, b, source), a["start"], f"{a['name']} {a['cyclomatic']} {b.cyclomatic_complexity}")
            for a, b in pairs]
    rows += [("only ours", f["start"], f"{f['name']} {f['cyclomatic']}") for f in free]
    rows += [("only lizard", f.start_line, f"{f.name} {f.cyclomatic_complexity}") for f in rest]
    if any(f["name"] and short(f["name"]) in tags for f in free):
        rows = [row if row[0] == "equal" else ("lost", row[1], f"{row[0]}: {row[2]}") for row in rows]
    return rows


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("facts")
    parser.add_argument("lizard")
    parser.add_argument("repositories", nargs="+")
    parser.add_argument("--show")
    options = parser.parse_args()
    sys.path.insert(0, options.lizard)
    print(f"{'repository':12}" + "".join(f"{name:>12}" for name in CLASSES) + f"{'as they are':>13}{'agree':>9}")
    failed = False
    for root in options.repositories:
        names = tracked(root)
        ours, tags, counts = read_ours(options.facts, root, names), read_ctags(root, names), collections.Counter()
        for name, theirs in read_lizard(root, [n for n in names if n in ours]):
            source = (pathlib.Path(root) / name).read_text(errors="replace").split("\n")
            for kind, line, text in compare(ours[name], theirs, source, tags[name]):
                counts[kind] += 1
                if kind == options.show:
                    print(f"{root} {name}:{line} {text}")
        kept = sum(counts.values()) - counts["lost"]
        agree = 100 * (counts["equal"] + counts["directives"] + counts["finally"]) / max(1, kept)
        failed |= agree < 97
        print(f"{pathlib.Path(root).name:12}" + "".join(f"{counts[name]:12}" for name in CLASSES) +
              f"{100 * counts['equal'] / max(1, sum(counts.values())):12.2f}%{agree:8.2f}%")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
