"""The rank of functions held against the fixes of the year after, beside simple rankings of functions.

    tests/agree/ranking_functions.py ARDOISE CLONES ROWS NAME…

NAME is OWNER/NAME of a repository of ranking.txt, CLONES and ROWS as for ranking.py. Each is read twice, by `ardoise report`: at the commit of the
list, and at the last commit of its main line 365.25 days older, which knows nothing later. Taken are the functions that the older
report ranks and that the newer one still has under the same path and name, where both read their versions; what is expected of a file is
the older report's, its split over the functions that of ranking/functions.c; a function was fixed when a bug-fix commit
that the older report does not know changed its code, fixes of one author on one day being one.
"""

import collections
import json
import os
import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile

import ranking

YEAR_S = 31557600
RANKINGS = {
    "rank (expected fixes)": lambda f: f.expected,
    "rank / lines": lambda f: f.expected / f.lines,
    "lines": lambda f: f.lines,
    "cognitive complexity": lambda f: f.cognitive,
    "own revisions": lambda f: f.revisions,
    "own revisions × lines": lambda f: f.revisions * f.lines,
    "own revisions / lines": lambda f: f.revisions / f.lines,
    "own fixes": lambda f: f.repairs,
    "own fixes / lines": lambda f: f.repairs / f.lines,
    "file's fixes by share of work": lambda f: f.worked,
    "file's fixes by lines": lambda f: f.file_expected * f.lines / f.file_lines,
}
Function = collections.namedtuple("Function", "expected worked lines cognitive revisions repairs file_expected file_lines fixes")
COUNTED = "NOT (is_merge OR is_bot OR is_mass OR is_ignored)"


def add_expected(folder):
    """The files' expected fixes stand in ardoise.json only."""
    files = json.loads((pathlib.Path(folder) / "ardoise.json").read_bytes())["files"]
    with sqlite3.connect(f"{folder}/ardoise.sqlite") as database:
        database.execute("CREATE TABLE expected (path TEXT PRIMARY KEY, fixes REAL)")
        database.executemany("INSERT INTO expected VALUES (?, ?)", [(file["path"], file["expected_fixes_year"]) for file in files])
    database.close()


def report(ardoise, path, commit, target):
    if not target.exists():
        with tempfile.TemporaryDirectory(dir=target.parent) as folder:
            subprocess.run([ardoise, "report", path, "--rev", commit, "--format", "json,sqlite", "--output", folder, "--quiet"],
                           check=True, env={**os.environ, "XDG_CACHE_HOME": folder})
            add_expected(folder)
            shutil.move(f"{folder}/ardoise.sqlite", target)
    return sqlite3.connect(f"file:{target}?mode=ro", uri=True)


def key_rows(database, query):
    """The rows of functions by (path, name, how many of that name stand before it)."""
    seen, rows = collections.Counter(), {}
    for path, name, line, *rest in database.execute(query):
        rows[path, name, seen[path, name]] = (line, *rest)
        seen[path, name] += 1
    return rows


def revisions(database, since=0):
    """Of every function, its code's counted revisions and repairs: (path, name, line) to [set of commits, set of (author, day)]."""
    found = collections.defaultdict(lambda: (set(), set()))
    for path, name, line, commit, time, author, fix in database.execute(
            "SELECT r.path, r.name, r.start_line, c.id, c.time, c.author, c.is_fix FROM function_revisions r JOIN commits c ON c.id = r.commit_id "
            f"WHERE r.code AND {COUNTED}"):
        if time >= since:
            found[path, name, line][0].add(commit)
            if fix:
                found[path, name, line][1].add((commit, author, time // 86400))
    return found


def split(old, earlier):
    """What is expected of every function: (path, name, ordinal) to fixes a year; as in ranking/functions.c, from its exponents."""
    text = (ranking.HERE / "../../ranking/functions.c").read_text()
    lines, complexity, revised = (float(re.search(rf"BY_{name} ([\d.]+)", text)[1]) for name in ("LINES", "COMPLEXITY", "REVISIONS"))
    weights = {key: max(row[1], 1) ** lines * (1 + (row[2] or 0)) ** complexity * (1 + len(earlier[(*key[:2], row[0])][0])) ** revised
               for key, row in old.items() if row[3] is not None and row[4]}
    sums = collections.Counter()
    for key, weight in weights.items():
        sums[key[0]] += weight
    return {key: old[key][4] * weight / sums[key[0]] for key, weight in weights.items()}


def functions(before, after):
    known = {row[0] for row in before.execute("SELECT id FROM commits")}
    now = max(row[0] for row in before.execute("SELECT max(time) FROM commits"))
    old = key_rows(before, "SELECT f.path, f.name, f.start_line, f.code_lines, f.cognitive, f.share_of_work, e.fixes, x.code_lines "
                   "FROM functions f JOIN files x ON x.path = f.path JOIN expected e ON e.path = f.path ORDER BY f.path, f.start_line")
    new = key_rows(after, "SELECT path, name, start_line, share_of_work FROM functions ORDER BY path, start_line")
    earlier, later = revisions(before, now - YEAR_S), revisions(after)
    parts = split(old, earlier)
    for key, (line, lines, cognitive, share, expected, file_lines) in old.items():
        if key not in parts or key not in new or new[key][1] is None:
            continue
        commits, repairs = earlier[(*key[:2], line)]
        fixes = {(author, day) for commit, author, day in later[(*key[:2], new[key][0])][1] if commit not in known}
        yield Function(parts[key], expected * share, max(lines, 1), cognitive or 0, len(commits), len({r[1:] for r in repairs}), expected, max(file_lines, 1), len(fixes))


class Date:
    def __init__(self, rows):
        self.rows, self.fixes, self.lines = rows, [row.fixes for row in rows], [row.lines for row in rows]


def main(ardoise, clones, rows, *names):
    rows = pathlib.Path(rows)
    rows.mkdir(parents=True, exist_ok=True)
    commits, dates = dict(ranking.repositories()), []
    for name in names:
        path, head = ranking.find(pathlib.Path(clones), name, False), commits[name]
        git = lambda *words: subprocess.run(["git", "-C", path, *words], stdout=subprocess.PIPE, text=True, check=True).stdout.split()[0]
        until = int(git("log", "-1", "--format=%ct", head)) - YEAR_S
        cut = git("rev-list", "-1", "--first-parent", f"--before={until}", head)
        stem = name.replace("/", "+")
        dates.append(Date(list(functions(report(ardoise, path, cut, rows / f"{stem}@{cut[:12]}.sqlite"),
                                         report(ardoise, path, head, rows / f"{stem}@{head[:12]}.sqlite")))))
        print(f"{name}: {len(dates[-1].rows)} functions, {sum(f > 0 for f in dates[-1].fixes)} fixed in the year after {cut[:12]}, {sum(dates[-1].fixes):.0f} fixes", flush=True)
    dates = [date for date in dates if sum(date.fixes)]
    print("\n| ranking | " + " | ".join(ranking.MEASURES) + " |\n|---|---|---|---|---|")
    values = {label: [ranking.measure(date, [score(row) for row in date.rows]) for date in dates] for label, score in RANKINGS.items()}
    values["random"] = [ranking.measure(date, [0 for _ in date.rows]) for date in dates]
    for label, lists in values.items():
        print(f"| {label} | " + " | ".join("%.3f" % (sum(column) / len(dates)) for column in zip(*lists)) + " |")


if __name__ == "__main__":
    if len(sys.argv) < 5:
        sys.exit(__doc__)
    main(*sys.argv[1:])
