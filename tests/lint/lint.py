#!/usr/bin/env python3
"""The rules of the house that a compiler does not hold: layers, rows, sizes, headers, format, banned calls.

usage: lint.py [--root FOLDER]
Prints one line a breach, naming the file; status 1 when there is one.
"""
import argparse
import json
import pathlib
import re
import subprocess
import sys

FILE_LINES = 400
TEST_LINES = 600
FUNCTION_LINES = 60

LIBRARIES = {
    "git2": r"git2(\.h|/)", "tree_sitter": r"tree_sitter/", "pcre2": r"pcre2\.h", "sqlite3": r"sqlite3\.h",
    "libxml": r"libxml/", "libxslt": r"libxslt/", "libexslt": r"libexslt/", "jansson": r"jansson\.h", "yaml": r"yaml\.h",
}
EVERYWHERE = re.compile(
    r"(glib\.h|glib/|gio/|assert|ctype|errno|fcntl|float|inttypes|limits|locale|math|pthread|signal|stdarg|stdbool|stddef"
    r"|stdint|stdio|stdlib|string|strings|sys/|time|unistd|dirent)")
BANNED = {
    r"\b(strcpy|strcat|sprintf|vsprintf|gets|strtok|alloca)\s*\(": "unbounded or unsafe",
    r"\b(system|popen|execl|execlp|execle|execv|execvp|g_spawn_\w+)\s*\(": "nothing is run from here",
    r"\b(atoi|atof|strtod|setlocale)\s*\(": "follows the locale or hides errors",
    r"\bgoto\b": "no goto",
}
PRINTS = re.compile(r"(?<!\w)(printf|fprintf|vprintf|vfprintf|puts|fputs|putchar|perror|g_print|g_printerr|g_message|g_warning)\s*\(")
BAD_NAME = re.compile(r"util|common|helper|manager")

breaches = []


def breach(path, text, line=None):
    breaches.append(f"{path}{f':{line}' if line else ''}: {text}")


def read_layers(path):
    layers = {}
    for row in path.read_text().splitlines():
        if not row.strip() or row.startswith("#"):
            continue
        cells = [[] if cell.strip() == "-" else cell.split() for cell in row.split(":")]
        layers[cells[0][0]] = {"sees": set(cells[1]), "libraries": set(cells[2]), "shows": set(cells[3])}
    return layers


def strip_code(text):
    """Code without comments and literals, lines kept."""
    blank = lambda found: re.sub(r"[^\n]", " ", found.group())
    return re.sub(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', blank, text, flags=re.S)


def check_includes(root, path, layers):
    folder = path.parts[0]
    own = layers[folder]
    for number, row in enumerate((root / path).read_text().splitlines(), 1):
        quoted = re.match(r'\s*#\s*include\s+"([^"]+)"', row)
        angled = re.match(r"\s*#\s*include\s+<([^>]+)>", row)
        if quoted:
            other, _, header = quoted.group(1).rpartition("/")
            if not (root / quoted.group(1)).exists():
                breach(path, f'includes "{quoted.group(1)}", which is not a path from the root', number)
            elif other.split("/")[0] != folder and other not in own["sees"]:
                breach(path, f"{folder}/ may not see {other}/ (tests/lint/layers.txt)", number)
            elif other != folder and header.endswith(".h") and not {"*", header} & layers[other]["shows"]:
                breach(path, f"{other}/{header} is not shown to others (tests/lint/layers.txt)", number)
        elif angled:
            found = [name for name, pattern in LIBRARIES.items() if re.match(pattern, angled.group(1))]
            if found and found[0] not in own["libraries"]:
                breach(path, f"the library {found[0]} is not for {folder}/ (tests/lint/layers.txt)", number)
            elif not found and not EVERYWHERE.match(angled.group(1)):
                breach(path, f"<{angled.group(1)}> belongs to no known library", number)


def check_size(root, path, most):
    rows = (root / path).read_text().splitlines()
    if len(rows) > most:
        breach(path, f"{len(rows)} lines, more than {most}")
    start = None
    for number, row in enumerate(rows, 1):
        if row == "{":
            start = number
        elif row == "}" and start:
            if number - start - 1 > FUNCTION_LINES:
                breach(path, f"a function of {number - start - 1} lines, more than {FUNCTION_LINES}", start)
            start = None


def check_calls(root, path):
    code = strip_code((root / path).read_text())
    for number, row in enumerate(code.splitlines(), 1):
        for pattern, why in BANNED.items():
            found = re.search(pattern, row)
            if found:
                breach(path, f"{found.group().rstrip('( ')}: {why}", number)
        if path.parts[0] != "cli" and PRINTS.search(row):
            breach(path, "only cli/ prints", number)


def check_header(root, path):
    text = (root / path).read_text()
    guard = re.match(r"#ifndef (ARD_[A-Z0-9_]+_H)\n#define \1\n", text)
    if not guard or not text.rstrip().endswith("#endif"):
        breach(path, "no guard ARD_…_H")
    for block in re.split(r"\n\s*\n", text):
        declared = re.search(r"^(?!typedef|static|#|G_DEFINE|extern|\s|\*)[\w ]+\*? ?\*?(ard_\w+) \(", block, flags=re.M)
        if declared and "/*" not in block and not re.search(r"_(free|clear|quark|init) \(", block):
            breach(path, f"{declared.group(1)} has no comment")


def check_format(root, paths):
    done = subprocess.run(["clang-format", "--dry-run", "-Werror", *map(str, paths)], cwd=root, capture_output=True, text=True)
    seen = set()
    for row in done.stderr.splitlines():
        found = re.match(r"([^:]+):(\d+):\d+: error: code should be clang-formatted", row)
        if found and found.group(1) not in seen:
            seen.add(found.group(1))
            breach(found.group(1), "not formatted: ./dev format", found.group(2))


def require(root, path, why):
    if not (root / path).exists():
        breach(path, f"is missing: {why}")


def check_analyzers(root):
    rows = re.findall(r"^ARD_ANALYZER \((\w+)\)", (root / "analyzers/analyzers.def").read_text(), flags=re.M)
    for name in rows:
        for path in (f"analyzers/{name}.c", f"tests/unit/analyzers/test_{name}.c", f"docs/rules/{name.replace('_', '-')}.md"):
            require(root, path, f"analyzers.def names {name}")
    return rows


def message_keys(root):
    return {lang: json.loads((root / f"templates/messages/{lang}.json").read_text()) for lang in ("en", "fr")}


def check_rules(root):
    rules = re.findall(r'\.id = "([^"]+)"', "".join(path.read_text() for path in sorted((root / "model/rules").glob("*.def"))))
    messages = message_keys(root)
    sampled = set()
    for path in root.glob("samples/*/expected/ardoise.json"):
        sampled.update(finding["rule"] for finding in json.loads(path.read_text())["findings"])
    for rule in rules:
        require(root, f"docs/rules/{rule}.md", "a page for each rule of model/rules/")
        if rule not in sampled:
            breach("samples", f"no sample has a finding of {rule}")
        for lang, texts in messages.items():
            if f"rule.{rule}.title" not in texts:
                breach(f"templates/messages/{lang}.json", f"rule.{rule}.title is missing")
    check_translations(root, messages, rules)


def check_translations(root, messages, rules):
    """Both languages have every key; what stands in English in the C tables is translated in French only."""
    tables = re.compile(r"html\.(doc|measure|quantity)\.")
    for key in sorted(set(messages["en"]) - set(messages["fr"])):
        breach("templates/messages/fr.json", f"{key} is missing, en.json has it")
    for key in sorted(set(messages["fr"]) - set(messages["en"])):
        if not tables.match(key):
            breach("templates/messages/en.json", f"{key} is missing, fr.json has it")
    settings = re.findall(r"^ARD_\w+ \((\w+), (\w+),", (root / "model/settings.def").read_text(), flags=re.M)
    for key in [f"html.doc.{group}.{key}" for group, key in settings] + [f"html.measure.{rule}" for rule in rules]:
        if key not in messages["fr"]:
            breach("templates/messages/fr.json", f"{key} is missing")


def check_reports(root):
    table = (root / "reports/reports.c").read_text()
    for name, file_name in re.findall(r'^\s*\{ "(\w+)", "([^"]+)",', table, flags=re.M):
        tests = [p for p in root.glob("tests/unit/reports/test_*.c") if name in p.stem or f"ard_render_{name}" in p.read_text()]
        tests += [p for p in root.glob("tests/unit/reports/test_*.c") if re.search(rf'ard_report_find \("{name}"\)', p.read_text())]
        if not tests:
            breach("reports/reports.c", f"the row {name} ({file_name}) has no unit test in tests/unit/reports")


def check_languages(root):
    text = (root / "languages/languages.def").read_text()
    rows = re.findall(r'^ARD_LANGUAGE \((\w+), "([^"]+)"', text, flags=re.M)
    documents = root / "languages/documents.def"
    text += documents.read_text() if documents.exists() else ""
    folders = {p.parent.name for p in root.glob("languages/*/*.scm")}
    for folder in sorted(folders):
        if not re.search(rf"\b{folder}\b", text):
            breach(f"languages/{folder}", "has no row in languages.def or documents.def")
    for name, title in rows:
        if name not in folders and title not in folders:
            breach("languages/languages.def", f"{name} has no folder of queries")


def check_names(root, paths):
    for path in paths:
        if BAD_NAME.search(path.stem):
            breach(path, "util, common, helper and manager say nothing")


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--root", default=pathlib.Path(__file__).resolve().parents[2], type=pathlib.Path)
    options = arguments.parse_args()
    root = options.root
    layers = read_layers(root / "tests/lint/layers.txt")
    sources = sorted(p.relative_to(root) for folder in layers for p in root.glob(f"{folder}/*.[ch]"))
    tests = sorted(p.relative_to(root) for p in root.glob("tests/**/*.[ch]"))
    for path in sources:
        check_includes(root, path, layers)
        check_size(root, path, FILE_LINES)
        check_calls(root, path)
        if path.suffix == ".h":
            check_header(root, path)
    for path in tests:
        check_size(root, path, TEST_LINES)
    check_names(root, sources + tests)
    check_format(root, [p for p in sources + tests if p.suffix == ".c"])  # headers are laid out by hand
    check_analyzers(root)
    check_rules(root)
    check_reports(root)
    check_languages(root)
    for row in breaches:
        print(row)
    print(f"lint: {len(sources) + len(tests)} files, {len(breaches)} breaches")
    return 1 if breaches else 0


if __name__ == "__main__":
    sys.exit(main())
