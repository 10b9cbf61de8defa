"""The tables of docs/ranking.md: every ranking held against later fixes, the model's weights fitted on one part of the repositories.

    tests/agree/ranking.py ARDOISE CLONES ROWS

CLONES holds a full clone of each repository of ranking.txt as OWNER+NAME or OWNER+NAME/repo, bare or not; it is only read, and what is
missing is named and passed over (--clone fetches it). ROWS receives what `ardoise backtest --format tsv` says of each at the commit of the
list: what is there is not made again, so a stopped run goes on where it was. Then it prints the weights that fit the part to fit, beside
those of ranking/terms.def, and the tables with these. A repository belongs to the part that the first byte of the SHA-256 of its
name says: odd is test. Measures, fit and intervals are written anew here, in Python, and held against ardoise's own on the first
repository.
"""

import argparse
import csv
import hashlib
import itertools
import json
import math
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).parent
SETTINGS = "history:\n  min_files: 25\n  min_fixes: 30\n  min_days: 1096\n"
BUSY = 50  # bug-fix commits in the year before each of three dates: the population of the aims
RIDGE = 0.1
MEASURES = ["recall_20", "popt", "first_20_hits", "first_20_share"]
SIMPLE = ["random", "size", "revisions", "revisions_by_lines", "revisions_per_line", "churn", "fixes", "fixes_per_line"]
LABELS = {"expected": "**rank** (expected fixes)", "expected_per_line": "**rank_per_line**", "size": "lines", "revisions_by_lines": "revisions × lines",
          "revisions_per_line": "revisions / lines", "churn": "lines changed", "fixes_per_line": "fixes / lines", "oracle": "best possible"}
OURS = ["expected_per_line", "expected_per_line", "expected", "expected"]  # the order that is to be best at each measure


def part_of(name):
    return "test" if hashlib.sha256(name.lower().encode()).digest()[0] % 2 else "fit"


def repositories():
    lines = (HERE / "ranking.txt").read_text().splitlines()
    return [line.split() for line in lines if line and not line.startswith("#")]


# ---- rows

def find(clones, name, clone):
    folder = clones / name.replace("/", "+")
    if clone and not folder.exists():
        subprocess.run(["git", "clone", "-q", "--bare", f"https://github.com/{name}", folder], check=True)
    places = [folder / "repo", folder]
    return next((str(place) for place in places if (place / ".git").exists() or (place / "HEAD").exists()), None)


def write_rows(ardoise, path, commit, target, form, weights=""):
    with tempfile.TemporaryDirectory(dir=target.parent) as folder:
        settings = pathlib.Path(folder) / "settings.yml"
        settings.write_text(SETTINGS + weights)
        made = subprocess.run([ardoise, "backtest", path, "--rev", commit, "--config", settings, "--format", form, "--quiet"],
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, "XDG_CACHE_HOME": folder})
    if made.returncode and b"too thin" not in made.stderr:
        sys.exit(f"{path}: {made.stderr.decode()}")
    partial = target.with_suffix(".part")
    partial.write_bytes(made.stdout)
    partial.rename(target)


def rows_of(options, name, commit):
    target = options.rows / f"{name.replace('/', '+')}@{commit[:12]}.tsv"
    if not target.exists():
        path = find(options.clones, name, options.clone)
        if not path:
            print(f"{name}: no clone, left out", file=sys.stderr)
            return []
        write_rows(options.ardoise, path, commit, target, "tsv")
        print(f"{name}: read", file=sys.stderr, flush=True)
    with open(target, encoding="utf-8", errors="surrogateescape", newline="") as text:
        return list(csv.DictReader(text, delimiter="\t", quoting=csv.QUOTE_NONE))


class Date:
    """One repository at one date: columns of its files."""

    def __init__(self, name, rows):
        self.name, self.date, self.commits = name, rows[0]["date"], int(rows[0]["bug_fix_commits"])
        self.terms = [field[5:] for field in rows[0] if field.startswith("term_")]
        self.x = [[float(row["term_" + term]) for term in self.terms] for row in rows]
        self.fixes, self.lines, self.days, self.days_expected = (
            [float(row[field]) for row in rows] for field in ("fixes", "lines", "days", "days_expected"))
        self.scores = {ranking: [float(row["by_" + ranking]) for row in rows] for ranking in SIMPLE + OURS[1:3]}
        self.total = sum(self.scores["expected"])

    def expect(self, weights):
        height = [sum(w * t for w, t in zip(weights, row)) for row in self.x]
        top = max(height)
        share = [math.exp(h - top) for h in height]
        self.scores["expected"] = [self.total * s / sum(share) for s in share]
        self.scores["expected_per_line"] = [e / n for e, n in zip(self.scores["expected"], self.lines)]


def load(options):
    dates = []
    for name, commit in repositories():
        if options.part not in (None, part_of(name)):
            continue
        for _, rows in itertools.groupby(rows_of(options, name, commit), key=lambda row: row["date"]):
            dates.append(Date(name, list(rows)))
    return dates


# ---- measures, as in ranking/measures.h

def blocks(date, score):
    order = sorted(range(len(score)), key=lambda i: -score[i])
    for _, block in itertools.groupby(order, key=lambda i: score[i]):
        block = list(block)
        yield (len(block), sum(date.fixes[i] > 0 for i in block), sum(date.fixes[i] for i in block), sum(date.lines[i] for i in block))


def area(blocks_of):
    before = under = 0
    for _, _, fixes, lines in blocks_of:
        under += lines * (before + fixes / 2)
        before += fixes
    return under


def measure(date, score):
    order = list(blocks(date, score))
    fixes, lines, first = sum(date.fixes), sum(date.lines), min(20, len(date.fixes))
    unread, untaken, recall, hits, share = 0.2 * lines, first, 0, 0, 0
    for n, hit, fixed, length in order:
        recall += fixed * min(max(unread / length, 0), 1)
        hits += hit * min(max(untaken / n, 0), 1)
        share += fixed * min(max(untaken / n, 0), 1)
        unread -= length
        untaken -= n
    best = area(blocks(date, [f / n for f, n in zip(date.fixes, date.lines)]))
    worst = fixes * lines - best
    popt = (area(order) - worst) / (best - worst) if best > worst else 1
    return [recall / fixes, popt, hits / first, share / fixes]


def oracle(date):
    dense = measure(date, [f / n for f, n in zip(date.fixes, date.lines)])
    return dense[:2] + measure(date, date.fixes)[2:]


# ---- fit: multinomial shares, a ridge a date, every date of equal weight; Newton steps

def likelihood(dates, weights):
    value = -RIDGE * len(dates) / 2 * sum(w * w for w in weights)
    for date in dates:
        height = [sum(w * t for w, t in zip(weights, row)) for row in date.x]
        top = max(height)
        rest = top + math.log(sum(math.exp(h - top) for h in height))
        value += sum(y * (h - rest) for y, h in zip(date.fixes, height) if y) / sum(date.fixes)
    return value


def step(dates, weights):
    k = len(weights)
    slope = [-RIDGE * len(dates) * w for w in weights]
    curve = [[RIDGE * len(dates) * (a == b) for b in range(k)] for a in range(k)]
    for date in dates:
        height = [sum(w * t for w, t in zip(weights, row)) for row in date.x]
        top, fixes = max(height), sum(date.fixes)
        share = [math.exp(h - top) for h in height]
        whole = sum(share)
        mean = [0.0] * k
        square = [[0.0] * k for _ in range(k)]
        for row, s, y in zip(date.x, share, date.fixes):
            s /= whole
            for a in range(k):
                slope[a] += (y / fixes - s) * row[a]
                mean[a] += s * row[a]
                part, line = s * row[a], square[a]
                for b in range(a + 1):
                    line[b] += part * row[b]
        for a in range(k):
            for b in range(a + 1):
                curve[a][b] += square[a][b] - mean[a] * mean[b]
                curve[b][a] = curve[a][b]
    for a in range(k):  # Gauss; the ridge keeps the pivots above 0
        for b in range(a + 1, k):
            ratio = curve[b][a] / curve[a][a]
            curve[b] = [x - ratio * y for x, y in zip(curve[b], curve[a])]
            slope[b] -= ratio * slope[a]
    for a in reversed(range(k)):
        slope[a] = (slope[a] - sum(curve[a][b] * slope[b] for b in range(a + 1, k))) / curve[a][a]
    return slope


def fit(dates):
    weights = [0.0] * len(dates[0].terms)
    value = likelihood(dates, weights)
    for _ in range(50):
        move, length, after = step(dates, weights), 1.0, -math.inf
        while length > 1e-6:
            after = likelihood(dates, [w + length * m for w, m in zip(weights, move)])
            if after > value:
                break
            length /= 2
        if after - value < 1e-9:
            break
        weights, value = [w + length * m for w, m in zip(weights, move)], after
    return weights


def house(terms):
    text = (HERE / "../../ranking/terms.def").read_text()
    weights = dict(re.findall(r"^ARD_TERM \((\w+), (-?[\d.]+),", text, re.M))
    if sorted(weights) != sorted(terms):
        sys.exit("ROWS was written with other terms than those of ranking/terms.def: empty it")
    return [float(weights[term]) for term in terms]


# ---- tables

def average(dates, value):
    """Mean over the dates of each repository; a list a repository."""
    tables = []
    for _, some in itertools.groupby(dates, key=lambda date: date.name):
        lists = [value(date) for date in some]
        tables.append([sum(column) / len(lists) for column in zip(*lists)])
    return tables


def interval(values, draws):
    means = sorted(sum(values[i] for i in draw) / len(draw) for draw in draws)
    return sum(values) / len(values), means[25], means[974]


def table(dates, out):
    n = len(list(itertools.groupby(dates, key=lambda date: date.name)))
    rand = random.Random(20)
    draws = [[rand.randrange(n) for _ in range(n)] for _ in range(1000)]
    values = {ranking: average(dates, lambda date: measure(date, date.scores[ranking])) for ranking in ["expected", "expected_per_line"] + SIMPLE}
    values["oracle"] = average(dates, oracle)
    out(f"{n} repositories, {len(dates)} dates.\n\n| ranking | " + " | ".join(MEASURES) + " |\n|---|---|---|---|---|")
    for ranking, rows in values.items():
        cells = ["%.3f [%.3f, %.3f]" % interval([row[m] for row in rows], draws) for m in range(4)]
        out(f"| {LABELS.get(ranking, ranking)} | " + " | ".join(cells) + " |")
    out("\nHow far the model is ahead (`rank_per_line` in the first two columns, `rank` in the last two):\n\n| of | "
        + " | ".join(MEASURES) + " |\n|---|---|---|---|---|")
    unshown = []
    for ranking in SIMPLE:
        ahead = [interval([ours[m] - row[m] for ours, row in zip(values[OURS[m]], values[ranking])], draws) for m in range(4)]
        unshown += [f"{MEASURES[m]} against {LABELS.get(ranking, ranking)}" for m in range(4) if ahead[m][1] <= 0]
        out(f"| {LABELS.get(ranking, ranking)} | " + " | ".join("%+.3f [%+.3f, %+.3f]" % cell for cell in ahead) + " |")
    out("\nThe interval includes 0: " + (", ".join(unshown) or "nowhere") + ".\n")


def ceilings(dates, out):
    out("| repository | files | bug-fix commits before | files fixed later | oracle's hits | `rank` | best simple | oracle's share | `rank` |\n|---|---|---|---|---|---|---|---|---|")
    for name, some in itertools.groupby(dates, key=lambda date: date.name):
        some = list(some)
        best, ours = [[measure(d, d.scores["expected"])[2:] for d in some], [oracle(d)[2:] for d in some]][::-1]
        simple = [max(sum(measure(d, d.scores[r])[2] for d in some) for r in SIMPLE) / len(some)]
        mean = lambda numbers: sum(numbers) / len(some)
        out(f"| {name} | {' '.join(str(len(d.fixes)) for d in some)} | {' '.join(str(d.commits) for d in some)} | "
            f"{' '.join(str(sum(f > 0 for f in d.fixes)) for d in some)} | {' '.join('%.2f' % b[0] for b in best)} | "
            f"{' '.join('%.2f' % o[0] for o in ours)} | {simple[0]:.2f} | {mean([b[1] for b in best]):.2f} | {mean([o[1] for o in ours]):.2f} |")
    out("")


def calibration(dates, out):
    files = sorted(row for date in dates for row in zip(date.scores["expected"], date.fixes, date.days_expected, date.days))
    out("| tenth of the files | files | fixes expected | observed | author-days expected | observed |\n|---|---|---|---|---|---|")
    for tenth in range(10):
        rows = [row for i, row in enumerate(files) if i * 10 // len(files) == tenth]
        out(f"| {tenth + 1} | {len(rows)} | " + " | ".join("%.1f" % sum(row[i] for row in rows) for i in (0, 1, 2, 3)) + " |")
    out("")


def check(options, dates, weights):
    """ardoise's own tables of the first repository, told the same weights, equal ours to the four digits that it prints."""
    name, commit = next((n, c) for n, c in repositories() if n == dates[0].name)
    target = options.rows / f"{name.replace('/', '+')}@{commit[:12]}.json"
    write_rows(options.ardoise, find(options.clones, name, False), commit, target, "json",
               "ranking:\n  weights:\n" + "".join(f"    - {term} {w:.4f}\n" for term, w in zip(dates[0].terms, weights)))
    said = json.loads(target.read_text())
    mine = [date for date in dates if date.name == name]
    worst = 0
    for ranking in said["rankings"]:
        ours = average(mine, lambda date: measure(date, date.scores[ranking["name"]]))[0]
        worst = max(worst, *(abs(ours[m] - ranking["measures"][MEASURES[m]]["value"]) for m in range(4)))
    print(f"largest difference from ardoise's own measures on {name}: {worst:.1e}\n")
    return worst < 1e-4


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("ardoise")
    parser.add_argument("clones", type=pathlib.Path)
    parser.add_argument("rows", type=pathlib.Path)
    parser.add_argument("--clone", action="store_true")
    parser.add_argument("--rows-only", action="store_true", help="measure nothing yet")
    parser.add_argument("--part", choices=["fit", "test"], help="this part only")
    options = parser.parse_args()
    options.rows.mkdir(parents=True, exist_ok=True)
    dates = load(options)
    if options.rows_only:
        return 0
    weights = house(dates[0].terms)
    for date in dates:
        date.expect(weights)
    good = check(options, dates, weights)
    count = {}
    for date in dates:
        count[date.name] = count.get(date.name, 0) + (date.commits >= BUSY)
    parts = {part: [date for date in dates if part_of(date.name) == part] for part in ("fit", "test")}
    if parts["fit"]:
        print("| term | fitted | ranking/terms.def |\n|---|---|---|")
        for term, fitted, used in zip(dates[0].terms, fit(parts["fit"]), weights):
            print(f"| {term} | {fitted:.4f} | {used:.4f} |")
        print()
    for part, some in parts.items():
        busy = [date for date in some if count[date.name] == 3]
        if some:
            print(f"## {part}: repositories with {BUSY} bug-fix commits in the year before each of three dates\n")
            table(busy, print)
            ceilings(busy, print)
            calibration(busy, print)
            print(f"## {part}: every date with 30\n")
            table(some, print)
            calibration(some, print)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
