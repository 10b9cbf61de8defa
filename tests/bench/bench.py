#!/usr/bin/env python3
"""The whole cold report beside `git log --numstat --no-renames`, run in turns.

usage: bench.py ARDOISE REPOSITORY… [--rounds N] [--jobs N]

Each round runs both once, ardoise without its cache, then git over the full history. Prints the median wall time, processor
time and peak memory of each, and the ratio of the walls.
"""
import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time


def measure(command, environment):
    """Wall and processor seconds and peak MiB of one run; its output is thrown away."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment)
    text = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{command[0]} ended with {process.returncode}: {text.decode(errors='replace')}")
    return time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def row(name, runs):
    wall, cpu, memory = (statistics.median(column) for column in zip(*runs))
    print(f"  {name:<34} {wall:8.2f} s wall {cpu:8.2f} s cpu {memory:8.0f} MiB   ({', '.join(f'{r[0]:.2f}' for r in runs)})")
    return wall


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("ardoise")
    arguments.add_argument("repositories", nargs="+")
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("--jobs", type=int, default=2)
    options = arguments.parse_args()
    environment = {**os.environ, "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_PAGER": "cat",
                   "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "safe.directory", "GIT_CONFIG_VALUE_0": "*"}
    for repository in options.repositories:
        git = ["git", "-C", repository, "log", "--numstat", "--no-renames"]
        ours, theirs = [], []
        with tempfile.TemporaryDirectory() as out:
            report = [options.ardoise, "report", repository, "--rev", "HEAD", "--no-cache", "--quiet", "--jobs", str(options.jobs), "--output", out]
            for _ in range(options.rounds):
                ours.append(measure(report, environment))
                theirs.append(measure(git, environment))
        print(f"{repository}: medians of {options.rounds}")
        ratio = row(f"ardoise report, {options.jobs} threads, cold", ours) / row("git log --numstat --no-renames", theirs)
        print(f"  ratio of the walls {ratio:29.2f}", flush=True)


if __name__ == "__main__":
    main()
