#!/usr/bin/env python3
"""Instructions of parse, error queries and clone search, by language: what a busy machine does not change.

usage: instructions.py CLONES WORK_TREE=LANGUAGE[/FOLDER] … [--limit SECONDS]

CLONES is the program built from tests/agree/clones.c, run by valgrind's callgrind with one thread: once as it is, once with the
error queries (errors.scm, callback.scm, status.scm) emptied. Errors: what the queries cost more with them than without.
"""
import argparse
import pathlib
import re
import subprocess
import sys
import tempfile

ENDINGS = {"C": ".c .h", "C++": ".cc .cpp .h .hpp", "Python": ".py", "JavaScript": ".js .mjs .cjs", "TypeScript": ".ts", "Java": ".java", "Go": ".go",
           "Rust": ".rs", "Ruby": ".rb", "PHP": ".php", "C#": ".cs", "Kotlin": ".kt", "Scala": ".scala", "Swift": ".swift", "Bash": ".bash .sh .bats",
           "Lua": ".lua"}
PARSE, QUERY, CLONES = "ts_parser_parse", "ard_grammar_mark_metrics", "ard_clones_find"
QUERIES = pathlib.Path(__file__).resolve().parents[2] / "languages"


def inclusive(profile):
    """Instructions by function, those of what it calls included."""
    sums, names, current = {}, {}, None
    with open(profile) as lines:
        for line in lines:
            match = re.match(r"(c?fn)=\((\d+)\)(?: (.*))?$", line)
            if match:
                if match[3]:
                    names[match[2]] = re.sub(r"'\d+$", "", match[3])
                if match[1] == "fn":
                    current = names[match[2]]
                continue
            match = re.match(r"[+\-*\d]\S* (\d+)$", line)  # a line's own, or, behind calls=, what the call took
            if match and current:
                sums[current] = sums.get(current, 0) + int(match[1])
    return sums


def run(clones, root, paths, limit, data=()):
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder) / "profile"
        subprocess.run(["valgrind", "--tool=callgrind", f"--callgrind-out-file={out}", clones, root, "1", *data], input="\n".join(paths).encode(),
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True, timeout=limit)
        return inclusive(out)


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("clones")
    arguments.add_argument("trees", nargs="+")
    arguments.add_argument("--limit", type=int, default=1800)
    options = arguments.parse_args()
    print("language     tree             parse, M   errors, M   clones, M   errors/parse   clones/parse   together")
    with tempfile.TemporaryDirectory() as data:
        for scm in QUERIES.glob("*/*.scm"):
            if scm.name in ("errors.scm", "callback.scm", "status.scm"):
                target = pathlib.Path(data) / "languages" / scm.parent.name / scm.name
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text("; none\n")
        for tree in options.trees:
            root, _, what = tree.partition("=")
            language, _, folder = what.partition("/")
            names = subprocess.run(["git", "-C", root, "ls-files", "-z", folder or "."], stdout=subprocess.PIPE, check=True).stdout.decode().split("\0")
            paths = sorted((name for name in names if pathlib.PurePath(name).suffix in ENDINGS[language].split()), key=str.encode)
            full, bare = run(options.clones, root, paths, options.limit), run(options.clones, root, paths, options.limit, [data])
            parse, errors, clones = full[PARSE] / 1e6, (full.get(QUERY, 0) - bare.get(QUERY, 0)) / 1e6, full[CLONES] / 1e6
            print(f"{language:<12} {pathlib.Path(root).name + '/' + folder:<16} {parse:8.0f} {errors:11.0f} {clones:11.0f} {errors / parse:14.2f} {clones / parse:14.2f} "
                  f"{(errors + clones) / parse:10.2f}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
