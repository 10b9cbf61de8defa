"""Run each tool over a planted tree; classes are lists of pieces (path, first line, last line)."""
import json
import subprocess


def ardoise(clones, root, language):
    names = sorted((str(p.relative_to(root)) for p in root.rglob("*") if p.is_file()), key=str.encode)
    out = subprocess.run([clones, str(root), "2"], input="\n".join(names).encode(), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True).stdout
    return [[tuple(copy) for copy in json.loads(line)["copies"]] for line in out.decode().splitlines()]


TOOLS = {"ardoise": ardoise}
