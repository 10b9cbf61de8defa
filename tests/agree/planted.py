#!/usr/bin/env python3
"""Plant faults of error handling in real code and see which of them the report finds.

    planted.py --ardoise BINARY [--seed N] [--most N] [--kind KIND ...] [--missed] [--asked] GIT_DIR ...

Of each repository the tree of HEAD is copied to a scratch repository of one commit. At most MOST places a
kind and language are changed, drawn by a hash of the seed and the place: handlers emptied, checks of results
removed, `await` dropped, the cause of a new error dropped, `return` added to a finally block. A fault counts
as found when the report of the changed tree has a finding of the rule for that kind within two lines of it that
the report of the tree as it was has not; as asked, when it has a question ("reviews") there in place of a finding.
Two shares are printed: found as a finding, and found as a finding or a question. Places whose fault the text alone cannot show, or that are no
fault, are not planted: handlers of conditions to be expected and of cleanup, or in whose place a value or another way
stands by (docs/rules/swallowed-error.md), test
and example code, `await` of functions that the repository does not define, results of functions in no table.
"""
import argparse
import collections
import hashlib
import json
import os
import pathlib
import re
import subprocess
import tempfile

LANGUAGES = {
    "py": "Python", "js": "JavaScript", "mjs": "JavaScript", "cjs": "JavaScript", "jsx": "JavaScript", "ts": "TypeScript",
    "tsx": "TypeScript", "java": "Java", "go": "Go", "c": "C", "cc": "C++", "cpp": "C++", "rs": "Rust", "rb": "Ruby",
    "php": "PHP", "cs": "C#", "kt": "Kotlin", "scala": "Scala", "swift": "Swift", "sh": "Bash", "lua": "Lua",
}
FAMILY = {
    "swallowed-error", "logged-and-forgotten", "over-broad-catch", "ignored-result", "unhandled-async", "lost-cause",
    "error-in-finally", "abort-in-library", "shell-without-errexit",
}
RULE = {
    "handler emptied": {"swallowed-error"}, "check removed": {"ignored-result"}, "look removed": {"ignored-result"}, "await dropped": {"unhandled-async"},
    "cause dropped": {"lost-cause"}, "return in finally": {"error-in-finally"}, "errexit removed": {"shell-without-errexit"},
}
ASIDE = re.compile(r"(^|/)(tests?|specs?|__tests__|fixtures|regress|examples?|samples?|demos?|docs?|vendors?|\w+Test|node_modules|third_party|"
                   r"testdata|benchmarks?|dist|build|fuzz\w*|it)/|[._-](test|spec)s?\.|(^|/)test_|Tests?\.|\.min\.", re.I)
EXPECTED = re.compile(r"NotFound|NoSuch|Exists|Format|Pars|Key(Error|NotFound)|Index|Lookup|Stop|Empty|Cancel|Interrupt|Abort|Unsupported|"
                      r"NotImplemented|NotSupported|Unicode|Encod|Syntax|Malformed|Invalid(Cast|URI)|ClassNotFound|NoClassDef|Linkage|EOF|"
                      r"EndOf|Closed|Disposed|Reset|Pipe|Import|ModuleNot|Load|Name|Attribute|NoMethod|ClassCast|Illegal(Argument|Access)|"
                      r"ValueError|TypeError|Argument|Overflow|ZeroDiv|Time|WouldBlock|Validat|Security|Missing|Unknown|No[A-Z]|ENOENT|ENO|EEXIST|"
                      r"Reflective|Decode|InvalidUR|Instantiation|Arithmetic|Break|Exit|Finish|Errno")
CLEANUP = re.compile(r"\b(close\w*|dispose\w*|unlink|remove|delete|rm|rmdir|cancel|stop|shutdown|kill|terminate|release|unlock|destroy|disconnect|"
                     r"rollback|abort|free|unsubscribe|cleanup|parse\w*|decode\w*|require|import|stat\w*|access\w*|exists\w*|resolve|"
                     r"getItem|setItem|removeItem|forName|valueOf|json|mkdir\w*|URL|RegExp)\b", re.I)
QUESTION = re.compile(r"(^|[._:])_*(is|has|can|should|supports|try|exists|check|test|valid\w*|looks|safe|detect|verify|on|handle)[A-Z_]|\?$")
C_CALLS = ("rename write pwrite read pread fread fgets ftruncate setuid setgid setgroups chdir pipe chroot recv "
           "bind listen chown symlink link getcwd readlink fscanf pthread_create asprintf").split()
GO_CALLS = ("os.WriteFile os.Rename os.Chdir os.Symlink os.Link json.Unmarshal xml.Unmarshal binary.Read "
            "io.ReadFull tx.Commit rows.Scan row.Scan").split()
PHP_CALLS = "rename file_put_contents copy move_uploaded_file symlink chdir ftruncate mail".split()
GOES_ON = re.compile(r"(^|/)lib/|(^|/)init|hook|plugins/|[^/]*(uninstall|clean|remove|purge|stop|kill|reset|debug|check|status|info|report|diagnos|monitor|"
                     r"watch|demo|test|bench|common|function|lib|util|helper|env)[^/]*$", re.I)
CAUSE = r"(?:e|ex|err|error|exc|exception|cause|t|ioe|throwable|\$e|\$ex|\$exception)"


def closing(text, start):
    """Index behind the brace that closes the one at start; strings and comments are stepped over."""
    depth, i = 0, start
    while i < len(text):
        two, c = text[i:i + 2], text[i]
        if two == "//" or (c == "#" and two != "#["):
            i = text.find("\n", i)
            if i < 0:
                return -1
        elif two == "/*":
            i = text.find("*/", i) + 1
            if i < 1:
                return -1
        elif c in "\"`" or (c == "'" and re.match(r"'(\\.|[^'\\\n])*'", text[i:i + 200])):
            end = re.compile(r"(?:\\.|[^\\%s%s])*" % (c, "" if c == "`" else "\n"), re.S).match(text, i + 1).end()
            i = end
        elif c == "{":
            depth += 1
        elif c == "}":
            depth -= 1
            if depth == 0:
                return i + 1
        i += 1
    return -1


def before_block(text, at):
    """Text of the try block that ends before at."""
    return text[max(0, at - 1500):at].rsplit("try", 1)[-1]


def brace_handlers(text, language):
    for found in re.finditer(r"\bcatch\b\s*(\((?:[^()]|\([^()]*\))*\))?\s*(?:when\s*\([^\n]*\)\s*)?\{", text):
        end = closing(text, found.end() - 1)
        body = text[found.end():end - 1] if end > 0 else ""
        head, tried = found.group(1) or "", before_block(text, found.start())
        if len(re.sub(r"/\*.*?\*/|//[^\n]*|\s", "", body, flags=re.S)) < 4 or EXPECTED.search(head) or CLEANUP.search(tried):
            continue
        if re.search(r"\bcase\b|\bTODO\b|ignored?\b|expected|\b_\b", body[:40] + head):
            continue
        yield found.end(), end - 1, "", found.start()


def python_blocks(text, pattern):
    for found in re.finditer(pattern, text, flags=re.M):
        indent = len(found.group(1))
        rest = re.compile(r"(?:[ \t]*\n|[ \t]{%d,}\S[^\n]*\n)+" % (indent + 1)).match(text, found.end())
        if rest and rest.group().strip():
            yield found, rest, indent


def python_handlers(text, language):
    for found, rest, indent in python_blocks(text, r"^([ \t]*)except\b([^\n:]*):[ \t]*\n"):
        tried = text[max(0, found.start() - 600):found.start()].rsplit("try:", 1)[-1]
        if EXPECTED.search(found.group(2)) or CLEANUP.search(tried) or "TODO" in rest.group() or len(rest.group().strip()) < 6:
            continue
        yield rest.start(), rest.end(), " " * (indent + 4) + "pass\n", found.start()


def go_handlers(text, language):
    for found in re.finditer(r"^\t+(?:\w+, )?\w+(?:, \w+)?,? ?(?:err)? ?:?= [^\n]*\n\t+if err != nil \{\n", text, flags=re.M):
        if "err" not in found.group().split("=")[0] or CLEANUP.search(found.group()):
            continue
        end = closing(text, found.end() - 2)
        if end > 0 and len(text[found.end():end]) < 2000:
            yield found.end(), text.rfind("\n", 0, end) + 1, "", text.rfind("\tif err", 0, found.end())


def ruby_handlers(text, language):
    for found in re.finditer(r"^([ \t]*)rescue\b([^\n]*)\n", text, flags=re.M):
        end = re.compile(r"(?:[ \t]*\n|[ \t]{%d,}\S[^\n]*\n)+" % (len(found.group(1)) + 1)).match(text, found.end())
        tried = text[max(0, found.start() - 400):found.start()]
        if end and not EXPECTED.search(found.group(2)) and not CLEANUP.search(tried) and not QUESTION.search(tried) and \
                "then" not in found.group(2):
            yield end.start(), end.end(), "", found.start()


def rust_handlers(text, language):
    for found in re.finditer(r"\bErr\((\w+)\) => \{", text):
        end = closing(text, found.end() - 1)
        if end > 0 and not CLEANUP.search(text[max(0, found.start() - 300):found.start()].rsplit("match", 1)[-1]):
            yield found.start(), end, "Err(_) => {}", found.start()


def scala_handlers(text, language):
    """A catch of one case, whose body becomes ()."""
    for found in re.finditer(r"\bcatch\s*\{\s*case\s+([^\n]*?)=>", text):
        end = closing(text, text.index("{", found.start()))
        body = text[found.end():end - 1] if end > 0 else ""
        if len(body.strip()) < 6 or re.search(r"\bcase\b", body) or EXPECTED.search(found.group(1)) or \
                CLEANUP.search(before_block(text, found.start())) or re.search(r"\b_\b(?!:)|ignored?|expected", found.group(1)):
            continue
        yield found.end(), end - 1, " ()\n", found.start()


def lua_checks(text, own):
    """local ok, err = f (…) if not ok then … end, of a function of the file, or of the module named, that returns nil and an error."""
    for found in re.finditer(r"^([ \t]*)(?:local )?(\w+), ?\w+ ?= ?(([\w.]*?)(\w+)\([^\n]*\));?[ \t]*\n\1if not \2 then[ \t]*\n(?:\1[ \t][^\n]*\n|[ \t]*\n)*?\1end;?[ \t]*\n",
                             text, flags=re.M):
        used = re.search(r"\b%s\b" % found.group(2), text[found.end():found.end() + 1500].split("\nend", 1)[0])
        receiver, name = found.group(4).rstrip(".").rsplit(".", 1)[-1], found.group(5)
        known = found.group(4) + name == "os.rename" or (own[name] and (
            receiver in own[name] if receiver else re.search(r"^[ \t]*(?:local )?function %s ?\(" % name, text, flags=re.M)))
        if known and not used and not CLEANUP.search(name):
            yield found.start(), found.end(), found.group(1) + found.group(3) + "\n", found.start()


def looks(text, language):
    """The if behind `f = fopen (…)` and its like that looks whether there is anything, where the name is used for its content."""
    if language == "Lua":
        pattern = r"^([ \t]*)local (\w+)(?:, ?\w+)? ?= ?io\.open\([^\n]*\)[ \t]*\n(\1if not \2 then[ \t]*\n(?:\1[ \t][^\n]*\n|[ \t]*\n)*?\1end[ \t]*\n)"
    else:
        pattern = (r"^([ \t]*)(?:[A-Za-z_][\w \t]*[ *]+)?(\w+) = (?:\([\w \t*]+\) ?)?(?:fopen|opendir|malloc|calloc|strdup) ?\([^;\n]*\);[ \t]*\n"
                   r"([ \t]*if \((?:!\2|\2 == NULL|NULL == \2)\)[ \t]*(?=[\n{]))")
    for found in re.finditer(pattern, text, flags=re.M):
        end = found.end()
        if language != "Lua":
            body = re.compile(r"\s*").match(text, end).end()
            end = closing(text, body) if text[body:body + 1] == "{" else text.find(";", end) + 1
        uses = r"^\s*(?:else\b)|\b%s\b" % found.group(2)
        first = re.search(uses, text[end:end + 1500])
        at = end + first.start() if first else 0
        used = first and re.match(r"%s(->|\[|:\w)" % found.group(2), text[at:at + 80]) or \
            first and re.search(r"\b(fgets|fread|fwrite|fprintf|memcpy|memset|strcpy|snprintf|readdir|fseek|fputs|strcat) ?\([^();]*$", text[max(end, at - 60):at])
        if end > 0 and used:
            yield found.start(3), end, "", found.start()


def errexits(text, language):
    """The line that makes a script stop at errors, where docs/rules/shell-without-errexit.md says that its lack is a fault:
    at least eight plain commands outside functions and here-documents, less than one exit for four of them, and one of them
    behind the third writes or destroys what the failed ones before it should have made. What sources another script may
    stop by that."""
    if re.search(r"^[ \t]*(\.|source) ", text, flags=re.M):
        return
    whole, text = text, re.sub(r"(<<-?[ \t]*['\"]?(\w+)['\"]?[^\n]*\n).*?\n[ \t]*\2[ \t]*$", r"\1", text, flags=re.M | re.S)
    commands = re.findall(r"^(?!echo|printf|local|export|return|exit|if|fi|then|else|elif|for|while|do|done|case|esac|set|shift|function|source|test|read|trap|cd|declare|kill|sleep|wait)"
                          r"[a-z][\w.-]* [^\n(=][^\n]*$", text, flags=re.M)
    writes = [row for row in commands[3:] if re.match(r"(sudo )?(rm|mv|cp|ln|tar|zip|install|chmod|chown|mkdir|touch|dd|rsync|scp|make|sed -i|git (push|commit|checkout|reset|tag|add)|"
                                                      r"(apt|apt-get|yum|dnf|brew|npm|pip\d?) |systemctl|docker (push|build|run))\b", row)]
    exits = len(re.findall(r"\b(exit|die|fail|error|return)\b", text))
    for found in re.finditer(r"^set -[a-z]*e[a-z]*( -?[a-z]+)*[ \t]*\n", whole, flags=re.M):
        if text.startswith("#!") and len(commands) >= 8 and writes and exits * 4 < len(commands) and \
                not re.search(r"\|\| *(exit|die|fail)|errexit", text) and \
                not re.match(r"#![^\n]* -[a-z]*e", text) and len(re.findall(r"^set -[a-z]*e", text, flags=re.M)) == 1:
            yield found.start(), found.end(), "", 0


def checks(text, language):
    names = {"C": C_CALLS, "C++": C_CALLS, "PHP": PHP_CALLS}.get(language, [])
    for name in names:
        for found in re.finditer(r"\bif \((?:!\s*@?|)(%s ?\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))\s*(?:[<>!=]=?=?\s*[\w:()-]+)?\)\s*" % name, text):
            if "stdout" in found.group() or "stderr" in found.group() or "tmp" in found.group(1):
                continue
            if text[found.end():found.end() + 1] == "{":
                end = closing(text, found.end())
            else:
                end = text.find(";", found.end()) + 1
            if end > 0 and not re.match(r"\s*else\b", text[end:]) and not re.search(r"\belse\s*$", text[:found.start()]) and \
                    found.group(1).replace(" ", "") != 'chdir("/")':
                yield found.start(), end, found.group(1) + ";", found.start()
    if language == "Go":
        for found in re.finditer(r"(?<!else )\bif err :?= (%s)(\([^\n]*\)); err != nil \{\n" % "|".join(map(re.escape, GO_CALLS)), text):
            end = closing(text, found.end() - 2)
            if end > 0 and not re.match(r"\s*else\b", text[end:]):
                yield found.start(), end, found.group(1) + found.group(2), found.start()
    if language == "Bash" and not re.search(r"set -[a-z]*e|errexit", text):
        for found in re.finditer(r"^([ \t]*cd [^\n|&;]*[^\n|&; ]) *\|\| *(exit|return|die)[^\n]*$", text, flags=re.M):
            behind = re.split(r"^[ \t]*(?:cd|fi|done|popd|\})\b", text[found.end():found.end() + 800], flags=re.M)[0]
            harm = re.search(r"^[ \t]*(?:rm|mv|cp|ln|touch|sed -i|chmod|tar) (?:-\S+ )*[A-Za-z.*]|^[ \t]*git (?:pull|checkout|reset|clean|commit)", behind, flags=re.M)
            sure = re.search(r"pwd|PWD|dirname|HOME|\b/?(tmp|etc|usr)\b|[A-Za-z_]*(DIR|dir|ROOT|root)\b", found.group(1))
            made = found.group(1).split()[1].strip("\"'") in text[max(0, found.start() - 2000):found.start()]
            if not harm or sure or made:
                continue
            yield found.start(), found.end(), found.group(1), found.start()


def awaits(text, language, own):
    """Calls of a function that the file defines or takes out of an import, of a method that it defines, or of a module that it imports."""
    for found in re.finditer(r"^([ \t]*)await (?:(this|self|[a-z]\w*)\.)?(\w+)\(", text, flags=re.M):
        receiver, name = found.group(2), found.group(3)
        defines = r"\basync (?:def |function )?\*?%s\s*[(<]|\b%s\s*=\s*async\b|\b%s\(.*\): Promise<|\bTask(<.*>)? %s\(" % ((name,) * 4)
        takes = r"(?:^\s*import\b|^\s*from\b|require\()[^;]*\b%s\b|\b%s\b[^;=]*\} = (?:await )?(?:require|import)\("
        if name not in own[language] or CLEANUP.search(name):
            continue
        if receiver in (None, "this", "self"):
            shown = re.search(defines, text) or (receiver is None and re.search(takes % (name, name), text, flags=re.M))
        else:
            shown = re.search(r"(?:^import (?:\* as )?%s from ['\"][.@~]|\b%s = require\(['\"]\.|^from \.[\w.]* import %s\b)" %
                              ((receiver,) * 3), text, flags=re.M)
        bound = re.search(r"\bfor\b[^\n]*\b%s\b[^\n]*\b(in|of)\b" % name, text)
        if shown and not bound and not re.search(r"([=(,&|?\[+]|\breturn)$", text[max(0, found.start() - 200):found.start()].rstrip()):
            yield found.start() + len(found.group(1)), found.start() + len(found.group(1)) + 6, "", found.start()


def causes(text, language):
    if language == "Go":
        for found in re.finditer(r"fmt\.Errorf\((\"[^\"\n]*)%w([^\"\n]*\"[^\n]*\berr\b)", text):
            yield found.start(), found.end(), f"fmt.Errorf({found.group(1)}%v{found.group(2)}", found.start()
        return
    for found in re.finditer(r"(\bthrow (?:new )?[\w.\\]+\([^;{}]*?)(?:, (?:0|\$e->getCode\(\)))?, (?:\{ cause: )?%s(?: \})?\)(;?)" % CAUSE, text):
        head = text[max(0, found.start() - 600):found.start()].rfind("catch")
        caught = text[max(0, found.start() - 600) + head:found.start()] if head >= 0 else ""
        inside = head >= 0 and caught.count("{") > caught.count("}") and not EXPECTED.search(caught[:80])
        if inside and not re.search(r"\b%s\b" % CAUSE, caught[caught.find("{"):] + found.group(1)):
            yield found.start(), found.end(), found.group(1) + ")" + found.group(2), found.start()


def finallies(text, language):
    if language == "Python":
        for found, rest, indent in python_blocks(text, r"^([ \t]*)(finally):[ \t]*\n"):
            line = " " * (indent + 4) + "return None\n"
            yield rest.end(), rest.end(), line, rest.end()
        return
    for found in re.finditer(r"\bfinally\s*\{", text):
        end = closing(text, found.end() - 1)
        if end > 0 and language != "C#":
            yield end - 1, end - 1, "return null;\n", end - 1


def kinds_of(language):
    handlers = {"Python": python_handlers, "Go": go_handlers, "Ruby": ruby_handlers, "Rust": rust_handlers, "Scala": scala_handlers}
    rows = []
    if language in ("JavaScript", "TypeScript", "Java", "C++", "PHP", "C#", "Kotlin", "Swift") or language in handlers:
        rows.append(("handler emptied", handlers.get(language, brace_handlers)))
    if language in ("C", "C++", "PHP", "Go", "Bash"):
        rows.append(("check removed", checks))
    if language == "Bash":
        rows.append(("errexit removed", errexits))
    if language in ("Java", "Kotlin", "C#", "PHP", "JavaScript", "TypeScript", "Go", "Scala"):
        rows.append(("cause dropped", causes))
    if language in ("Java", "JavaScript", "TypeScript", "Python", "PHP", "Kotlin"):
        rows.append(("return in finally", finallies))
    return rows


def own_async(files):
    names = collections.defaultdict(set)
    other = collections.defaultdict(set)
    for path, text in files.items():
        language = LANGUAGES[path.rsplit(".", 1)[-1]]
        names[language].update(re.findall(r"\basync (?:function )?\*?(\w+)\s*\(|\basync def (\w+)|\b(\w+)\s*=\s*async\b", text) and [
            name for row in re.findall(r"\basync (?:function )?\*?(\w+)\s*\(|\basync def (\w+)|\b(\w+)\s*=\s*async\b", text) for name in row if name])
        if language == "C#":
            names[language].update(re.findall(r"\bTask(?:<[^>]+>)? (\w+Async)\(", text))
        other[language].update(re.findall(r"^[ \t]*def (\w+)|^(?:export )?function (\w+)", text, flags=re.M) and [
            name for row in re.findall(r"^[ \t]*def (\w+)|^(?:export )?function (\w+)", text, flags=re.M) for name in row if name])
    names["TypeScript"] = names["JavaScript"] = (names["TypeScript"] | names["JavaScript"]) - other["TypeScript"] - other["JavaScript"]
    names["Python"] -= other["Python"]
    names["Lua"] = collections.defaultdict(set)  # the modules, by the names of their files, whose function of the name gives nil and a reason
    for path, text in files.items():
        for found in re.finditer(r"^(?:local )?function [\w.:]*?(\w+) ?\([^\n]*\n(?:[ \t][^\n]*\n|\n)*?[ \t]+return nil, ", text if path.endswith(".lua") else "", flags=re.M):
            names["Lua"][found.group(1)].add(re.sub(r"/init\.lua$|\.lua$", "", path).rsplit("/", 1)[-1])
    return names


def is_shown(text, at, name, awaited):
    """JavaScript: whether the others show that an await is missing, or a handler around it that it can no longer reach.
    A call that stands alone without await is also how work is begun on purpose."""
    line = text[text.rfind("\n", 0, at) + 1:at + 200]
    indent = re.match(r"[ \t]*", line).group()
    head = re.findall(r"^([ \t]*)(.*\{)[ \t]*$", text[max(0, at - 3000):at], flags=re.M)
    around = next((body for depth, body in reversed(head) if len(depth) < len(indent)), "")
    return awaited[name] > 3 or around.strip() == "try {"


def places(files):
    own, of_name = own_async(files), collections.defaultdict(list)
    awaited = collections.Counter(name for path, text in files.items() if LANGUAGES[path.rsplit(".", 1)[-1]] in ("JavaScript", "TypeScript")
                                  for name in re.findall(r"\bawait (?:[\w.]+\.)?(\w+)\(", text))
    for path, text in files.items():
        language = LANGUAGES[path.rsplit(".", 1)[-1]]
        for kind, find in kinds_of(language):
            if find is errexits and GOES_ON.search(path):
                continue
            for start, end, new, shown in find(text, language):
                if is_code(text, start) and not (kind == "handler emptied" and stands_by(text, shown, end)):
                    yield kind, language, path, start, end, new, shown
        if language == "Lua":
            for start, end, new, shown in lua_checks(text, own["Lua"]):
                name = re.match(r"[ \t]*[\w.:]*?(\w+)\(", new).group(1)
                of_name["Lua " + name].append(("check removed", language, path, start, end, new, shown))
        if language in ("Lua", "C", "C++"):
            for start, end, new, shown in looks(text, language):
                if is_code(text, start):
                    yield "look removed", language, path, start, end, new, shown
        flow = language == "JavaScript" and re.search(r"^[ \t]*(//|/?\*+)[ \t]*@flow\b|^[ \t]*(async |function )?\w+\(\w+: \??\w+", text, flags=re.M)
        if language in ("JavaScript", "TypeScript", "Python", "C#") and not flow:  # Flow's types are another language
            for start, end, new, shown in awaits(text, language, own):
                name = re.match(r"(?:\w+\.)?(\w+)", text[end:]).group(1)
                if language in ("Python", "C#"):
                    yield "await dropped", language, path, start, end, new, shown
                elif is_shown(text, shown, name, awaited):
                    of_name[name].append(("await dropped", language, path, start, end, new, shown))
    for rows in of_name.values():  # several of one function at once would be its way, one caller of many is the fault
        yield min(rows, key=lambda row: hashlib.sha256(f"{row[2]} {row[3]}".encode()).hexdigest())


def is_code(text, at):
    """Whether the place is not in a line of a comment."""
    return not re.match(r"[ \t]*(\*|//|#)", text[text.rfind("\n", 0, at) + 1:at + 3])


SETS = re.compile(r"^[ \t]*(?:(?:let|var|val|const|final|my|local)[ \t]+)?(?:[\w<>\[\],.?*&]+[ \t]+)?\$?(\w+)(?:[ \t]*:[^=\n]+)?[ \t]*:?=[^=]", re.M)


def stands_by(text, start, end):
    """Whether the result of the block before the handler has a stand-in, so that the text shows no fault: a name that it
    sets has a value from before, or it returns and code behind the handler goes another way."""
    at = max(text.rfind("try", 0, start), text.rfind("begin\n", 0, start), text.rfind("do {", 0, start))
    if at < 0:
        return False
    tried, behind = text[at:start], text[end:end + 400].lstrip(" \t\n})")
    before = set(SETS.findall(text[max(0, at - 1500):at]))
    if any(name in before for name in SETS.findall(tried)):
        return True
    return bool(re.search(r"\breturn\b", tried)) and bool(behind) and not re.match(r"catch|except|finally|else|rescue|ensure|def |end\b|public|private|protected|internal|static|func|fun |/\*\*|@|async |case |default|class ", behind)


def draw(rows, seed, most):
    """At most MOST a kind and language; no two that touch, nor within six lines of each other."""
    order = sorted(rows, key=lambda row: hashlib.sha256(f"{seed} {row[0]} {row[2]} {row[3]}".encode()).hexdigest())
    count, taken, drawn = collections.Counter(), collections.defaultdict(list), []
    for row in order:
        near = any(row[3] - 400 < end and start < row[4] + 400 for start, end in taken[row[2]])
        if count[row[:2]] < most and not near:
            count[row[:2]] += 1
            taken[row[2]].append((row[3], row[4]))
            drawn.append(row)
    return drawn


def plant(files, drawn, folder):
    """Write the changed files; returns (kind, language, path, line now)."""
    sites = []
    for path in {row[2] for row in drawn}:
        text, moved = files[path], 0
        for kind, language, _, start, end, new, shown in sorted((r for r in drawn if r[2] == path), key=lambda r: r[3]):
            line = text.count("\n", 0, shown + moved) + 1
            text = text[:start + moved] + new + text[end + moved:]
            moved += len(new) - (end - start)
            sites.append((kind, language, path, line))
        (folder / path).write_text(text, encoding="utf-8", newline="")
    return sites


def git(folder, *words):
    subprocess.run(["git", "-C", folder, "-c", "user.name=Ada", "-c", "user.email=ada@example.org", *words], check=True,
                   capture_output=True)


def report(ardoise, folder, out):
    subprocess.run([ardoise, "report", "-q", "--no-cache", "--format", "json", "-o", out, folder], check=True)
    found = collections.defaultdict(list)
    told = json.loads((pathlib.Path(out) / "ardoise.json").read_text())
    for tier in ("findings", "reviews"):
        for row in told[tier]:
            if row["rule"] in FAMILY:
                found[row["path"]].append((row["start_line"], row["end_line"], row["rule"], tier))
    return found


def tier_of(site, old, new):
    """Whether the report of the changed tree has a finding there, or a question, that the one before has not."""
    kind, _, path, line = site
    tiers = {row[3] for row in new[path]
             if row[0] - 2 <= line <= row[0] + 2 and row[2] in RULE[kind] and row not in old[path]}
    return "finding" if "findings" in tiers else "question" if tiers else None


def measure(ardoise, git_dir, kinds, seed, most, missed, asked, table):
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch) / "tree"
        folder.mkdir()
        archive = subprocess.Popen(["git", "--git-dir", git_dir, "archive", "HEAD"], stdout=subprocess.PIPE)
        subprocess.run(["tar", "-x", "-C", folder], stdin=archive.stdout, check=False)  # a partial mirror lacks some files
        files = {}
        for path in sorted(folder.rglob("*")):
            name = str(path.relative_to(folder))
            if path.is_file() and not path.is_symlink() and name.rsplit(".", 1)[-1] in LANGUAGES and not ASIDE.search(name):
                try:
                    files[name] = path.read_bytes().decode("utf-8")
                except UnicodeDecodeError:
                    pass
        git(folder, "init", "-q")
        git(folder, "add", "-A", "-f", ".")
        git(folder, "commit", "-qm", "as it was")
        old = report(ardoise, folder, f"{scratch}/before")
        sites = plant(files, draw((row for row in places(files) if not kinds or row[0] in kinds), seed, most), folder)
        git(folder, "commit", "-qam", "planted", "--allow-empty")
        new = report(ardoise, folder, f"{scratch}/after")
        for kind, language, path, line in sites:
            tier = tier_of((kind, language, path, line), old, new)
            table[kind, language][0] += 1
            table[kind, language][1] += tier == "finding"
            table[kind, language][2] += tier is not None
            if tier is None and missed or tier == "question" and asked:
                print(f"{'missed' if tier is None else 'asked'}: {kind}, {language}: {path}:{line}")
                text = (folder / path).read_text(encoding="utf-8").splitlines()
                print("\n".join("        " + row[:110] for row in text[max(0, line - 9):line + 3]))


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--ardoise", required=True)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--most", type=int, default=40)
    arguments.add_argument("--kind", action="append", choices=sorted(RULE), help="only this kind; may be repeated")
    arguments.add_argument("--missed", action="store_true", help="print the places that are neither found nor asked about")
    arguments.add_argument("--asked", action="store_true", help="print the places that are a question only")
    arguments.add_argument("repositories", nargs="+", metavar="GIT_DIR")
    options = arguments.parse_args()
    table = collections.defaultdict(lambda: [0, 0, 0])
    for git_dir in options.repositories:
        measure(os.path.abspath(options.ardoise), git_dir, options.kind, options.seed, options.most, options.missed,
                options.asked, table)
    print("| fault | language | planted | found | share | found or asked | share |\n|---|---|---|---|---|---|---|")
    total = [sum(row[i] for row in table.values()) for i in range(3)]
    for (kind, language), (n, found, either) in [*sorted(table.items()), (("all", ""), total)]:
        print(f"| {kind} | {language} | {n} | {found} | {100 * found / max(n, 1):.0f} % | {either} | {100 * either / max(n, 1):.0f} % |")


if __name__ == "__main__":
    main()
