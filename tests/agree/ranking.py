"""The tables of docs/ranking.md: the house's weights fitted on one part of the repositories, every ranking measured on both.

    tests/agree/ranking.py ARDOISE FOLDER

FOLDER holds a clone of each repository of ranking.txt as OWNER+NAME (bare or not); what is missing is cloned there. HEAD of
each is set to the commit of the list. Prints the fitted weights as settings, then the table of the part they were fitted on, then
that of the part they never saw. A repository belongs to the part that the first byte of the SHA-256 of its name says: even is fit.
"""

import hashlib
import pathlib
import subprocess
import sys
import tempfile

THICK = "history:\n  min_files: 25\n  min_fixes: 30\n  min_days: 1096\n"


def part_of(name):
    return "test" if hashlib.sha256(name.lower().encode()).digest()[0] % 2 else "fit"


def prepare(folder, name, commit):
    path = folder / name.replace("/", "+")
    if not path.exists():
        subprocess.run(["git", "clone", "-q", "--bare", f"https://github.com/{name}", path], check=True)
    subprocess.run(["git", "-C", path, "update-ref", "--no-deref", "HEAD", commit], check=True)
    return path


def run(ardoise, settings, paths, *flags):
    print(subprocess.run([ardoise, "backtest", *paths, "--config", settings, *flags], stdout=subprocess.PIPE, text=True, check=True).stdout)


def main(ardoise, folder):
    lines = (pathlib.Path(__file__).parent / "ranking.txt").read_text().splitlines()
    parts = {"fit": [], "test": []}
    for name, commit in (line.split() for line in lines if line and not line.startswith("#")):
        parts[part_of(name)].append(prepare(pathlib.Path(folder), name, commit))
    with tempfile.NamedTemporaryFile("w", suffix=".yml") as settings:
        settings.write(THICK)
        settings.flush()
        run(ardoise, settings.name, parts["fit"], "--fit")
        run(ardoise, settings.name, parts["fit"], "--verbose")
        run(ardoise, settings.name, parts["test"], "--verbose")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
