#!/usr/bin/env python3
"""Recall of planted copies and share of planted decoys reported, by kind and size, of ardoise and of other tools.

usage: clones.py CLONES FACTS SCRATCH REPOSITORY… [--seed N] [--per-cell N] [--decoys N] [--tools ardoise,jscpd,…] [--missed] [--keep]

CLONES and FACTS are the programs built from clones.c and facts.c, REPOSITORY a work tree with history, SCRATCH a folder for the
planted trees. A copy is found when one class has a piece that covers at least 70 % of the lines of the original and another
piece that covers at least 70 % of the planted copy's; a decoy is reported when one class has half of both.
"""
import argparse
import collections
import json
import pathlib
import random
import subprocess
import sys

import clone_plants as plants_
import clone_tools


def tracked(root):
    names = subprocess.run(["git", "-C", root, "ls-files", "-z"], stdout=subprocess.PIPE, check=True).stdout
    return sorted(n for n in names.decode().split("\0") if pathlib.PurePath(n).suffix in plants_.LANGUAGES)


def read_facts(facts, root, names):
    out = subprocess.run([facts, root], input="\n".join(names).encode(), stdout=subprocess.PIPE, check=True).stdout
    return [json.loads(line) for line in out.decode().splitlines()]


def read_sources(rows, root):
    sources = []
    for row in rows:
        if not row["measured"] or row["content"] != "text":
            continue
        functions = [(f["start"], f["end"]) for f in row["functions"]]
        text = (pathlib.Path(root) / row["path"]).read_text(errors="replace").replace("\r\n", "\n")
        if "\r" not in text and "\f" not in text:
            sources.append(plants_.Source(row["path"], text, functions))
    return sources


def plant(facts, root, out, seed, per_cell, decoys):
    """Write the planted tree; returns plants with both places."""
    rows = read_facts(facts, root, tracked(root))
    sources = read_sources(rows, root)
    most = collections.Counter(s.language for s in sources if s.functions).most_common(1)[0][0]
    judged = [s for s in sources if s.language == most]
    plants = {p.number: p for p in plants_.plant_all(seed, judged, per_cell, decoys)}
    for source in sources:
        text, places = plants_.write(source)
        target = out / source.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text)
        for (number, side), (first, last) in places.items():
            if number in plants:
                plants[number].places[side] = (source.path, first, last)
    placed = [p for p in plants.values() if len(p.places) == 2]
    return most, drop_broken(facts, out, rows, placed)


def drop_broken(facts, out, rows, placed):
    """Without the plants that made a file worse to parse although their own parses whole: they are no statements or functions."""
    before = {row["path"]: row["error_share"] * row["bytes"] for row in rows}
    paths = sorted({p.places["c"][0] for p in placed}, key=str.encode)
    broken = {row["path"] for row in read_facts(facts, out, paths) if row["error_share"] * row["bytes"] > before[row["path"]] + 0.5}
    kept = [p for p in placed if p.kind.startswith("decoy") or before[p.places["o"][0]] > 0 or p.places["c"][0] not in broken]
    if len(kept) < len(placed):
        print(f"{len(placed) - len(kept)} of {len(placed)} planted pieces left out: they do not parse where they were put", flush=True)
    return kept


def covers(piece, place, share):
    path, first, last = place
    if piece[0] != path:
        return False
    common = min(piece[2], last) - max(piece[1], first) + 1
    return common >= share * (last - first + 1)


def is_found(classes_by_path, plant_row, share):
    o, c = plant_row.places["o"], plant_row.places["c"]
    for pieces in classes_by_path.get(o[0], []):
        left = [i for i, piece in enumerate(pieces) if covers(piece, o, share)]
        right = [i for i, piece in enumerate(pieces) if covers(piece, c, share)]
        if left and right and len(set(left) | set(right)) > 1:
            return True
    return False


def index(classes):
    by_path = collections.defaultdict(list)
    for pieces in classes:
        for path in {piece[0] for piece in pieces}:
            by_path[path].append(pieces)
    return by_path


def show(root, plant_row):
    print(f"--- missed: {plant_row.kind} {plant_row.size} {'function' if plant_row.whole else 'statements'} in {root}")
    for side, (path, first, last) in sorted(plant_row.places.items(), reverse=True):
        print(f"{side}: {path}:{first}-{last}")
        print("\n".join((root / path).read_text().split("\n")[first - 1:last]))


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name in ("clones", "facts", "scratch"):
        arguments.add_argument(name)
    arguments.add_argument("repositories", nargs="+")
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--per-cell", type=int, default=4)
    arguments.add_argument("--decoys", type=int, default=8)
    arguments.add_argument("--tools", default="ardoise")
    arguments.add_argument("--missed", default="", help="kinds whose misses, or decoys whose reports, are printed")
    options = arguments.parse_args()
    found, all_ = collections.Counter(), collections.Counter()
    for root in options.repositories:
        name = pathlib.Path(root).name
        out = pathlib.Path(options.scratch) / f"{name}-{options.seed}"
        subprocess.run(["rm", "-rf", str(out)], check=True)
        language, rows = plant(options.facts, root, out, options.seed, options.per_cell, options.decoys)
        for tool in options.tools.split(","):
            classes = clone_tools.TOOLS[tool](options.clones, out, language)
            if classes is None:
                print(f"{name:<12} {language:<11} {tool:<14} no answer in time", flush=True)
                continue
            by_path = index(classes)
            report = []
            here = collections.Counter()
            for row in rows:
                decoy = row.kind.startswith("decoy")
                hit = is_found(by_path, row, 0.5 if decoy else 0.7)
                report.append({"kind": row.kind, "size": row.size, "whole": row.whole, "hit": hit, "o": row.places["o"], "c": row.places["c"]})
                found[tool, row.kind, row.size] += hit
                all_[tool, row.kind, row.size] += 1
                here[decoy, 0] += hit
                here[decoy, 1] += 1
                if tool == "ardoise" and any(k and k in row.kind for k in options.missed.split(",")) and hit == decoy:
                    show(out, row)
            (out.parent / f"{out.name}.{tool}.json").write_text(json.dumps(report))
            print(f"{name:<12} {language:<11} {tool:<14} copies {here[False, 0]:4d} of {here[False, 1]:4d}   decoys {here[True, 0]:3d} of {here[True, 1]:3d}   classes {len(classes)}", flush=True)
    print()
    for tool in options.tools.split(","):
        print(f"{tool}\n  {'':<12}" + "".join(f"{size:>18}" for size in plants_.SIZES) + f"{'all':>18}")
        for kind in plants_.KINDS:
            cells = [(found[tool, kind, size], all_[tool, kind, size]) for size in plants_.SIZES]
            cells.append((sum(c[0] for c in cells), sum(c[1] for c in cells)))
            print(f"  {kind:<12}" + "".join(f"{f'{a} of {b}':>11}{100 * a / b if b else 0:6.1f}%" for a, b in cells))
        for type_ in (1, 2, 3):
            cells = [(sum(found[tool, k, size] for k in plants_.KINDS if plants_.TYPE.get(k, 3) == type_), sum(all_[tool, k, size] for k in plants_.KINDS if plants_.TYPE.get(k, 3) == type_)) for size in plants_.SIZES]
            cells.append((sum(c[0] for c in cells), sum(c[1] for c in cells)))
            print(f"  type {type_:<7}" + "".join(f"{f'{a} of {b}':>11}{100 * a / b if b else 0:6.1f}%" for a, b in cells))
        decoys = [(kind, found[tool, "decoy: " + kind, ""], all_[tool, "decoy: " + kind, ""]) for kind in plants_.DECOYS]
        a, b = sum(d[1] for d in decoys), sum(d[2] for d in decoys)
        print(f"  decoys reported: {a} of {b}, {100 * a / b if b else 0:.1f}%   (" + ", ".join(f"{k} {x} of {y}" for k, x, y in decoys) + ")")


if __name__ == "__main__":
    sys.exit(main())
