#!/usr/bin/env python3
"""Compare the dependencies of a repository with what the language's own tool says: edges in both, only in one.

usage: imports.py AGREE_IMPORTS python|script|java|c|go CHECKOUT [--roots A B …] [--tool COMMAND] [--show N]

python  importlib's own finder over the imports that Python's ast sees          (roots: source roots)
script  dependency-cruiser, --tool path/to/depcruise                            (roots: folders to cruise)
java    javac and jdeps, class by class                                         (roots: source roots to compile)
c       gcc -E -dI, every include directive that is carried out                 (roots: folders with .c; -I are all roots)
go      go list, package by package                                             (roots: unused)
"""
import argparse
import ast
import collections
import importlib.machinery
import importlib.util
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile


def tracked(checkout):
    return set(subprocess.check_output(["git", "-C", checkout, "ls-files", "-z"], text=True).split("\0"))


def our_edges(tool, checkout):
    rows = subprocess.check_output([tool, checkout], text=True).splitlines()
    return {(row["from"], row["to"]): row for row in map(json.loads, rows) if "from" in row}


# ---- Python ----

def find_module(name, path):
    """File and search path of a dotted name as importlib's finder has them, parents first; None when there is none."""
    search, origin = path, None
    for part in name.split("."):
        spaces, spec = [], None
        for entry in search:
            finder = importlib.machinery.FileFinder(entry, (importlib.machinery.SourceFileLoader, [".py"]))
            spec = finder.find_spec(part)
            if spec is not None and spec.loader is not None:
                break
            spaces += list(spec.submodule_search_locations) if spec is not None else []
            spec = None
        if spec is None and not spaces:
            return None
        search = list(spec.submodule_search_locations or []) if spec else spaces
        origin = spec.origin if spec else None
    return origin, search


def python_edges(checkout, roots, files):
    edges = {}
    for file in sorted(f for f in files if f.endswith(".py")):
        root = next((r for r in roots if file.startswith(r + "/") or r == "."), None)
        if root is None:
            continue
        inner = os.path.relpath(file, root)
        package = ".".join(pathlib.PurePath(inner).parts[:-1])
        own = os.path.dirname(file)  # a script's own folder comes first; a package's parent is on the path
        while os.path.exists(os.path.join(checkout, own, "__init__.py")):
            own = os.path.dirname(own)
        path = [os.path.join(checkout, own)] + [os.path.join(checkout, r) for r in roots]
        tree = ast.parse(open(os.path.join(checkout, file), "rb").read())
        for node in ast.walk(tree):
            wanted = []
            if isinstance(node, ast.Import):
                wanted = [(alias.name, None) for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                base = "." * node.level + (node.module or "")
                if node.level:
                    base = importlib.util.resolve_name(base, package)
                wanted = [(base, alias.name) for alias in node.names]
            for base, name in wanted:
                found = find_module(base, path)
                inner_found = find_module(f"{base}.{name}", path) if found and found[1] and name else None
                origin = (inner_found or found or (None,))[0]
                if origin and origin.startswith(os.path.join(checkout, "")):
                    to = os.path.relpath(origin, checkout)
                    if to != file:
                        edges[(file, to)] = node.lineno
    return edges


# ---- JavaScript, TypeScript ----

def script_edges(checkout, roots, tool):
    command = [tool, "--no-config", "--ts-pre-compilation-deps", "--output-type", "json", *roots]
    if os.path.exists(os.path.join(checkout, "tsconfig.json")):
        command[1:1] = ["--ts-config", "tsconfig.json"]
    graph = json.loads(subprocess.run(command, cwd=checkout, capture_output=True, text=True).stdout)
    return {(m["source"], d["resolved"]): d.get("dependencyTypes") for m in graph["modules"] for d in m["dependencies"]}


# ---- Java ----

def java_edges(checkout, roots, files):
    sources = sorted(f for f in files if f.endswith(".java") and any(f.startswith(r + "/") for r in roots)
                     and not f.endswith(("module-info.java", "package-info.java")))
    by_class = {os.path.relpath(f, next(r for r in roots if f.startswith(r + "/")))[:-5].replace("/", "."): f for f in sources}
    with tempfile.TemporaryDirectory() as work:
        copies = []
        for file in sources:
            text = open(os.path.join(checkout, file)).read()
            # Annotations of a library that is not at hand.
            text = re.sub(r"^import com\.google\.errorprone.*$", "", text, flags=re.M)
            text = re.sub(r"@(CanIgnoreReturnValue|InlineMe|Keep|CheckReturnValue|ForOverride|DoNotCall|Immutable|FormatMethod)\b(\s*\((?:[^()]|\([^()]*\))*\))?", "", text)
            copy = os.path.join(work, "src", file)
            os.makedirs(os.path.dirname(copy), exist_ok=True)
            open(copy, "w").write(text)
            copies.append(copy)
        done = subprocess.run(["javac", "-nowarn", "-proc:none", "-d", os.path.join(work, "classes"), *copies], capture_output=True, text=True)
        if done.returncode:
            print(done.stderr[-3000:], file=sys.stderr)
        text = subprocess.check_output(["jdeps", "-v", "--ignore-missing-deps", os.path.join(work, "classes")], text=True)
    edges, current = {}, None
    for row in text.splitlines():
        found = re.match(r"\s+(\S+)\s+->\s+(\S+)", row)
        if not found:
            continue
        left, right = (by_class.get(name.split("$")[0] if name.split("$")[0] in by_class else name) or by_class.get(name) or
                       next((by_class[c] for c in by_class if name.startswith(c + "$")), None) for name in found.groups())
        if left and right and left != right:
            edges[(left, right)] = row.strip()
    return edges, set(sources)


# ---- C ----

def c_directives(checkout, roots, files):
    """Directives that are carried out, also those whose file its guard leaves out: looked up as gcc does; files read."""
    edges, read, failed = {}, set(), []
    flags = [f"-I{r}" for r in roots]
    for file in sorted(f for f in files if f.endswith(".c") and any(os.path.dirname(f) == r or f.startswith(r + "/") for r in roots)):
        done = subprocess.run(["gcc", "-E", "-dI", *flags, file], cwd=checkout, capture_output=True, text=True, errors="replace")
        if done.returncode:
            failed.append(file)
        current = file
        for row in done.stdout.splitlines():
            marker = re.match(r'# \d+ "([^"]*)"', row)
            if marker:
                current = os.path.normpath(marker.group(1))
                read.add(current)
                continue
            found = re.match(r'#include(?:_next)?\s+(["<])([^">]+)[">]', row)
            if found:
                path = c_search(current, found.group(1), found.group(2), roots, files)
                if path and path != current:
                    edges[(current, path)] = found.group(2)
    return edges, read, failed


def c_search(current, quote, name, roots, files):
    for place in ([os.path.dirname(current)] if quote == '"' else []) + roots:
        path = os.path.normpath(os.path.join(place, name))
        if path in files:
            return path
    return None


def c_conditional(checkout, row, roots, files):
    """Whether the include stands inside a conditional, and whether gcc's own search gives the file that we name."""
    depth = 0
    lines = open(os.path.join(checkout, row["from"]), errors="replace").read().split("\n")
    for line in lines[:row["line"] - 1]:
        depth += bool(re.match(r"\s*#\s*if", line)) - bool(re.match(r"\s*#\s*endif", line))
    found = re.match(r'\s*#\s*include\s+(["<])([^">]+)', lines[row["line"] - 1])
    return depth > 0, c_search(row["from"], found.group(1), found.group(2), roots, files) == row["to"]


# ---- Go ----

def go_edges(checkout, files):
    """Folders of packages, without tests: of the files that this machine's system and processor build."""
    with tempfile.TemporaryDirectory() as work:
        work = os.path.realpath(work)
        for file in files:
            if file.endswith(".go") or os.path.basename(file) == "go.mod":
                os.makedirs(os.path.dirname(os.path.join(work, file)), exist_ok=True)
                text = open(os.path.join(checkout, file), "rb").read()
                if file.endswith("go.mod"):  # what a module needs is not at hand, and an older go reads no newer lines
                    text = re.search(rb"(?m)^module .*$", text).group(0) + b"\n"
                open(os.path.join(work, file), "wb").write(text)
        return listed_edges(work)


def listed_edges(checkout):
    text = subprocess.check_output(["go", "list", "-e", "-json", "./..."], cwd=checkout, text=True,
                                   env={**os.environ, "GOFLAGS": "-mod=readonly", "GOPROXY": "off", "GO111MODULE": "on"})
    decoder, packages, at = json.JSONDecoder(), [], 0
    while at < len(text.rstrip()):
        row, at = decoder.raw_decode(text, at)
        packages.append(row)
        while at < len(text) and text[at].isspace():
            at += 1
    folder = {p["ImportPath"]: os.path.relpath(p["Dir"], checkout) for p in packages if "Dir" in p}
    return {(folder[p["ImportPath"]], folder[i]): i for p in packages if "Dir" in p for i in p.get("Imports", []) if i in folder}


def report(ours, theirs, show):
    both, left, right = ours & theirs, ours - theirs, theirs - ours
    print(f"both {len(both)}, only ours {len(left)}, only theirs {len(right)}")
    for title, rows in (("only ours", left), ("only theirs", right)):
        for row in sorted(rows)[:show]:
            print(f"  {title}: {row[0]} -> {row[1]}")


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("imports")
    arguments.add_argument("kind", choices=["python", "script", "java", "c", "go"])
    arguments.add_argument("checkout")
    arguments.add_argument("--roots", nargs="*", default=["."])
    arguments.add_argument("--tool", default="depcruise")
    arguments.add_argument("--show", type=int, default=40)
    options = arguments.parse_args()
    checkout = os.path.abspath(options.checkout)
    files = tracked(checkout)
    rows = our_edges(options.imports, checkout)
    below = lambda path: any(r == "." or path.startswith(r + "/") for r in options.roots)
    print(f"{os.path.basename(checkout)} {subprocess.check_output(['git', '-C', checkout, 'rev-parse', '--short=10', 'HEAD'], text=True).strip()}")
    if options.kind == "python":
        theirs = {k for k in python_edges(checkout, options.roots, files)}
        ours = {k for k in rows if rows[k]["language"] == "Python" and below(k[0])}
    elif options.kind == "script":
        theirs = {k for k in script_edges(checkout, options.roots, options.tool) if k[1] in files}
        ours = {k for k in rows if below(k[0])}
    elif options.kind == "java":
        edges, sources = java_edges(checkout, options.roots, files)
        theirs, ours = set(edges), {k for k in rows if k[0] in sources and k[1] in sources}
        print(f"of ours weak: {sum(rows[k]['weak'] for k in ours)}, of these not theirs {sum(rows[k]['weak'] for k in ours - theirs)}")
    elif options.kind == "c":
        edges, read, failed = c_directives(checkout, options.roots, files)
        theirs = {k for k in edges if k[0] in files}
        ours = {k for k in rows if k[0] in read and k[0] in files}
        checked = [c_conditional(checkout, rows[k], options.roots, files) for k in ours - theirs]
        print(f"of those only ours {sum(inside for inside, _ in checked)} stand inside #if, and gcc's search gives the same file for {sum(same for _, same in checked)}")
        print(f"files read by gcc {len(read & files)}, with an error {len(failed)}; left out of ours: from files it did not read "
              f"{sum(rows[k]['language'] in ('C', 'C++') and k[0] not in read for k in rows)}")
    else:
        theirs = set(go_edges(checkout, files))
        ours = collections.Counter((os.path.dirname(a) or ".", os.path.dirname(b) or ".") for (a, b), row in rows.items()
                                   if row["language"] == "Go" and not a.endswith("_test.go"))
        ours = {k for k in ours if k[0] != k[1]}
    report(ours, theirs, options.show)


if __name__ == "__main__":
    main()
