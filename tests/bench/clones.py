#!/usr/bin/env python3
"""Reading and clone search of ardoise beside jscpd on the same trees, run in turns.

usage: clones.py CLONES JSCPD WORK_TREE… [--rounds N] [--jobs N]

CLONES is the program built from tests/agree/clones.c: it reads every tracked file (parse, queries, tokens, metrics) and finds
clones. JSCPD runs with its defaults, then with names and literals left out. Prints medians of wall and processor time, peak
memory, the ratio to each, and the clone search's share of the reading.
"""
import argparse
import os
import re
import statistics
import subprocess
import tempfile
import time


def measure(command, root, text=b""):
    """Wall and processor seconds, peak MiB and standard error of one run."""
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as errors:
        given.write(text)
        given.seek(0)
        start = time.monotonic()
        process = subprocess.Popen(command, cwd=root, stdin=given, stdout=subprocess.DEVNULL, stderr=errors)
        _, _, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - start
        process.returncode = 0
        errors.seek(0)
        return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, errors.read().decode(errors="replace")


def row(name, runs):
    wall, cpu, memory = (statistics.median(run[i] for run in runs) for i in range(3))
    print(f"  {name:<34} {wall:8.2f} s wall {cpu:8.2f} s cpu {memory:8.0f} MiB   ({', '.join(f'{run[0]:.2f}' for run in runs)})")
    return wall


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("clones")
    arguments.add_argument("jscpd")
    arguments.add_argument("trees", nargs="+")
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("--jobs", type=int, default=2)
    options = arguments.parse_args()
    for root in options.trees:
        names = subprocess.run(["git", "-C", root, "ls-files"], stdout=subprocess.PIPE, check=True).stdout
        runs = {"ardoise": [], "jscpd": [], "jscpd, type 2": []}
        with tempfile.TemporaryDirectory() as out:
            jscpd = [options.jscpd, "--reporters", "json", "--silent", "--output", out]
            for _ in range(options.rounds):
                runs["ardoise"].append(measure([options.clones, ".", str(options.jobs)], root, names))
                runs["jscpd"].append(measure([*jscpd, "."], root))
                runs["jscpd, type 2"].append(measure([*jscpd, "--ignore-identifiers", "--ignore-literals", "--mode", "weak", "."], root))
        print(f"{root}: medians of {options.rounds}")
        ours = row(f"ardoise, {options.jobs} threads", runs["ardoise"])
        for name in ("jscpd", "jscpd, type 2"):
            theirs = row(name, runs[name])
            print(f"  ratio of the walls {ours / theirs:29.2f}")
        phases = [re.search(r"read ([\d.]+) s, clones ([\d.]+) s", run[3]) for run in runs["ardoise"]]
        shares = [float(phase[2]) / float(phase[1]) for phase in phases if phase]
        print(f"  clone search, of the reading {100 * statistics.median(shares):18.1f} %" if shares else "  no phases", flush=True)


if __name__ == "__main__":
    main()
