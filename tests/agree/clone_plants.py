"""Copies and decoys planted into the files of a repository, for clones.py.

A copy is made from a function or from a row of statements inside one, changed as its kind says, and put into another place
of the same language. A decoy is a pair of pieces of the same make that no author would call copies. Lines carry the tag of
what they belong to, so that their numbers in the planted tree are known when all is done.
"""
import difflib
import itertools
import random
import re

KEYWORDS = set("""
abstract alignof and as asm assert async atomic auto await base begin bool boolean break byte case catch chan char checked
class clone closure const constexpr continue crate declare decltype def default defer defined del delegate delete derive do
done double dyn echo elif else elseif elsif empty end endif ensure enum esac except exit explicit export extends extern
fallthrough false fi final finally fixed float fn for foreach friend from func function global go goto guard if impl
implements implicit import in include inline instanceof int interface internal into is isset last lambda let local lock long
loop macro map match mod module move mut mutable namespace new next nil noexcept None nonlocal not null nullptr object of
operator or out override package params pass print private protected pub public raise range readonly record redo ref
register rescue retry return sealed select Self self send set short signed sizeof static str string struct super switch
synchronized template then this throw throws trait transient true True False try type typedef typename typeof u8 u16 u32 u64
i8 i16 i32 i64 usize isize f32 f64 uint8 uint16 uint32 uint64 int8 int16 int32 int64 error uint rune undefined union unless
unsafe unset unsigned until use using var virtual void volatile when where while with xor yield get value init size_t
NULL final_ instanceof typeof nameof stackalloc require require_once require_relative include_once fun val object companion
_ any unknown never number symbol bigint keyof infer satisfies array callable iterable mixed self parent list decimal str
comparable complex64 complex128 uintptr i128 u128 wchar_t nonnull sbyte ushort ulong uint exports
""".split())

# extension: language, line comment, style of blocks ("brace", "indent" or "end"), end of a statement
LANGUAGES = {
    ".c": ("C", "//", "brace", ";"), ".cc": ("C++", "//", "brace", ";"), ".cpp": ("C++", "//", "brace", ";"),
    ".py": ("Python", "#", "indent", ""), ".js": ("JavaScript", "//", "brace", ";"), ".ts": ("TypeScript", "//", "brace", ""),
    ".java": ("Java", "//", "brace", ";"), ".go": ("Go", "//", "brace", ""), ".rs": ("Rust", "//", "brace", ";"),
    ".rb": ("Ruby", "#", "end", ""), ".php": ("PHP", "//", "brace", ";"), ".cs": ("C#", "//", "brace", ";"),
}
TOKEN = re.compile(r'''(?:\b[fbruFBRU]{1,2})?"(?:\\.|[^"\\\n])*"|(?:\b[fbruFBRU]{1,2})?'(?:\\.|[^'\\\n])*'|`[^`\n]*`|//[^\n]*|\#[^\n]*|/\*.*?\*/|[A-Za-z_]\w*|\d(?:\w|\.(?!\.))*|\s+|.''')
RUST = re.compile(r"'[a-z_]\w*\b(?!')|" + TOKEN.pattern)  # lifetimes
SIZES = {"small": (6, 10), "medium": (11, 25), "large": (26, 100)}
KINDS = ["layout", "renamed", "literals", "all names", "inserted", "deleted", "replaced", "reordered", "mixed"]
TYPE = {"layout": 1, "renamed": 2, "literals": 2, "all names": 2}
LEAST_KEPT = 0.5  # of a piece that was edited: what keeps less is no copy any more (Svajlenko and Roy's moderately type 3)
HEAVY = re.compile(r"^\s*(if|else|elif|elsif|for|while|do|switch|case|default|return|def|class|func|fn|try|catch|except|"
                   r"finally|end|begin|rescue|ensure|when|match|break|continue|goto|import|use|using|package|yield|raise|throw|with|public|private|"
                   r"protected|static|unless|until|module|@|\.|\}|\)|\]|\{|&&|\|\||\?|:|\+|\*|/|#|->|,|=|<)")


def indentation(line):
    return line[: len(line) - len(line.lstrip())]


def balance(text):
    plain = re.sub(r'"(?:\\.|[^"\\])*"|\'(?:\\.|[^\'\\])*\'|//.*|#.*', "", text)
    return sum(plain.count(c) for c in "([{") - sum(plain.count(c) for c in ")]}")


def round_balance(text):
    plain = re.sub(r'"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'|//.*|#.*', "", text)
    return sum(plain.count(c) for c in "([") - sum(plain.count(c) for c in ")]")


def is_code(line, mark):
    text = line.strip()
    return bool(text) and not text.startswith((mark, "/*", "*", "//", "#"))


def is_simple(lines, i, end):
    """Whether line i is a whole statement of its own that may move, go or come."""
    text = lines[i]
    if not is_code(text, "#") or HEAVY.match(text) or balance(text) != 0 or text.rstrip().endswith((",", "\\", "+", "&&", "||", "(", "{", "=", ":", "|", "do", ".", "?", "->", "=>")):
        return False
    if end and not text.rstrip().endswith(end):
        return False
    if i + 1 < len(lines) and lines[i + 1].strip().startswith((".", "?", ":", "+", "&&", "||", "->", "*", "=", "and ", "or ")):
        return False
    if i > 0 and round_balance("\n".join(lines[:i])) != 0:
        return False  # inside an expression
    if i > 0 and lines[i - 1].rstrip().endswith((",", "\\", "+", "&&", "||", "(", "=", "|", "?", ".", "=>", "->")):
        return False
    # without braces, the only statement of an if cannot go
    return i > 0 or len(lines) > 1


def quoted(text):
    """By line from 0, whether it belongs to a string or comment of several lines."""
    rows, open_ = [], None
    for line in text.split("\n"):
        inside = open_ is not None
        for mark in re.findall(r'"""|\'\'\'|`|/\*|\*/', re.sub(r'"(?:\\.|[^"\\])+"', "", line) if not inside else line):
            close = {"/*": "*/"}.get(open_, open_)
            if open_ is None and mark != "*/":
                open_ = mark
            elif mark == close:
                open_ = None
        rows.append(inside or open_ is not None)
    return rows


class Source:
    def __init__(self, path, text, functions):
        self.path = path
        self.texts = text.split("\n")
        self.lines = [[line, None] for line in self.texts]
        self.language, self.mark, self.style, self.end = LANGUAGES[path[path.rfind("."):]]
        self.functions = functions  # (start, end), from 1, inclusive
        self.taken = set()  # original lines, from 0, in use
        self.quoted = quoted(text)
        self.taken.update(i for i, inside in enumerate(self.quoted) if inside)
        self.inserts = {}  # original line: lines that come before it
        self.pool = None  # see statements ()
        self.forms = {}  # see form_of ()


class Plant:
    def __init__(self, number, kind, size, whole):
        self.number, self.kind, self.size, self.whole = number, kind, size, whole
        self.places = {}  # "o" and "c": (path, first line, last line)


def tokens_of(source):
    return RUST if source.language == "Rust" else TOKEN


def shape_of(line):
    """A line's words and signs; names, numbers and strings by their class."""
    kinds = [("n" if t not in KEYWORDS else t) if re.match(r"[A-Za-z_]", t) and t[-1] not in "\"'" else "0" if t[0].isdigit() else "s" if t[0] in "\"'`" else t
             for t in TOKEN.findall(line) if t.strip() and not t.startswith(("//", "/*"))]
    return " ".join(kinds)


def repeated(lines, mark):
    """The lines that have the shape of one before them, and the share that they make up; lines of brackets count for nothing."""
    rows = [line for line in lines if is_code(line, mark) and re.search(r"\w", line)]
    seen, again = set(), []
    for line in rows:
        shape = shape_of(line)
        if shape in seen:
            again.append(line)
        seen.add(shape)
    return again, len(again) / max(1, len(rows))


def is_table(lines, mark):
    """Whether most lines are entries of a literal: what the rules exempt."""
    rows = [line.strip() for line in lines if is_code(line, mark) and re.search(r"\w", line)]
    entries = [row for row in rows if row.endswith(",") and balance(row) == 0]
    return len(entries) >= 6 and len(entries) > 0.5 * len(rows)


def says_nothing(lines, mark, kind):
    """
    A list of statements of one shape whose names and literals change is another list: the decoys are just that. Where only
    names change it is the same list if its rows have literals to tell them apart.
    """
    again, share = repeated(lines, mark)
    if kind not in ("renamed", "literals", "all names") or share <= 0.5:
        return False
    return kind != "renamed" or sum(bool(re.search(r"[\"'`]|\b\d", line)) for line in again) < 0.5 * len(again)


def words(lines):
    found = set()
    for line in lines:
        for match in re.finditer(r"[A-Za-z_]\w*", re.sub(r'"(?:\\.|[^"\\])*"|\'(?:\\.|[^\'\\])*\'', '""', line)):
            found.add(match.group())
    return found


def invent(rng, used):
    syllables = "ba be bi bo bu da de di do du fa fe fi fo fu ka ke ki ko ku la le li lo lu ma me mi mo mu na ne ni no nu pa pe pi po pu ra re ri ro ru sa se si so su ta te ti to tu va ve vi vo vu za ze zi zo zu".split()
    while True:
        name = "".join(rng.choice(syllables) for _ in range(rng.randint(2, 4)))
        if name not in used and name not in KEYWORDS:
            used.add(name)
            return name


def hole_of(token, before, mark):
    """What code stands inside this string, as a pattern whose group 1 is the code; or None."""
    if token[0] == "`":
        return r"\$\{([^{}]*)\}"
    if token[0] == '"' and mark == "#" and "#{" in token:
        return r"#\{([^{}]*)\}"
    if token[-1] in "\"'" and (re.match(r"[rR]?[fF]", token) or (token[0] == '"' and before.endswith("$"))):
        return r"(?<!\{)\{([^{}]*)\}(?!\})"
    if token[0] == '"' and "$" in token and mark == "//":
        return r"(\$[A-Za-z_]\w*(?:->\w+)*)"
    return None


def rewrite(rng, lines, source, names, literals):
    """names: "", "locals" or "all"; literals: share of numbers and strings that change."""
    used, mark, tokens = words(lines), source.mark, tokens_of(source)
    new = {}

    def name(text, before, after):
        if text in KEYWORDS or (len(text) > 1 and text.isupper() and names == "locals"):
            return text
        if after[:1] in ("'", '"', "`"):
            return text  # of a literal
        if names == "locals" and mark == "#" and re.match(r"=(?!=)", after) and not re.match(r"\s*(async )?def\b", before):
            return text  # the name of an argument
        if names == "locals" and (before.rstrip().endswith((".", "->", "::")) or re.match(r"\s*(\(|::)|!\s*[(\[{]|\{", after) or text[0].isupper()):
            return text
        if text not in new:
            fresh = invent(rng, used)
            new[text] = fresh[0].upper() + fresh[1:] if text[0].isupper() else ("_" + fresh if text[0] == "_" else fresh)
        return new[text]

    def rename(text):
        row, position = [], 0
        for token in tokens.findall(text):
            before, after = text[:position], text[position + len(token):]
            position += len(token)
            row.append(name(token, before, after) if re.match(r"[A-Za-z_]\w*$", token) else token)
        return "".join(row)

    out = []
    for line in lines:
        row, position = [], 0
        for token in tokens.findall(line):
            before, after = line[:position], line[position + len(token):]
            position += len(token)
            hole = hole_of(token, before, mark) if names else None
            if names and re.match(r"[A-Za-z_]\w*$", token):
                token = name(token, before, after)
            elif hole:
                token = re.sub(hole, lambda match: match.group().replace(match.group(1), rename(match.group(1))), token)
            elif literals and re.match(r"\d+$", token) and rng.random() < literals:
                token = str(int(token) + rng.randint(1, 90)) if len(token) < 9 else token
            elif literals and len(token) > 2 and token[0] in "\"'" and token[-1] == token[0] and not re.search(r"[\\%{$#]", token) and rng.random() < literals:
                token = token[0] + invent(rng, used) + " " + invent(rng, used) + token[0] if len(token) > 3 else token
            row.append(token)
        out.append("".join(row))
    return out


def relay(rng, lines, mark):
    """Comments, blank lines and line breaks behind commas."""
    out, open_string = [], False
    for i, line in enumerate(lines):
        if line.count('"""') % 2 or line.count("'''") % 2 or line.count("`") % 2:
            open_string = not open_string
        whole = i + 1 < len(lines) and not open_string and not line.rstrip().endswith("\\") and balance("\n".join(lines[: i + 1])) >= 0
        if whole and out and rng.random() < 0.2 and not lines[i - 1].rstrip().endswith(("\\", ",", "(", "=", "+", ".")) and not line.strip().startswith(("#", ".")):
            out.append(indentation(line) + mark + " " + rng.choice(["see the notes above", "as agreed", "the usual way", "keep in step"]))
        parts = re.match(r"^(\s*[^\"'`#/]*\([^\"'`#/()]*,)( [^\"'`#/]+)$", line)
        if parts and not open_string and rng.random() < 0.25 and mark != "#" and not line.rstrip().endswith("\\"):
            out.append(parts.group(1))
            out.append(indentation(line) + "        " + parts.group(2).strip())
        else:
            out.append(line)
        if whole and rng.random() < 0.1 and not line.rstrip().endswith(("\\", ",")):
            out.append("")
    return out


def shift(lines, to, style):
    """Re-indent to another base; braces allow a different step too."""
    base = indentation(next(line for line in lines if line.strip()))
    out = []
    for line in lines:
        if not line.strip():
            out.append("")
        elif line.startswith(base):
            out.append(to + line[len(base):])
        else:
            out.append(line)
    return out


def simple_rows(lines, end, style):
    strings = quoted("\n".join(lines))
    rows = [i for i in range(1, len(lines)) if is_simple(lines, i, end) and not strings[i]]
    if style == "brace":  # an if or loop without braces owns its statement
        rows = [i for i in rows if not re.match(r"^\s*(if|for|while|else)\b(?!.*\{\s*$)", lines[i - 1])]
    if style == "indent":  # the only statement of a block cannot go
        rows = [i for i in rows if not lines[i - 1].rstrip().endswith(":") or (i + 1 < len(lines) and indentation(lines[i + 1]) == indentation(lines[i]))]
    return rows


def statements(source):
    """Lines that are statements of their own inside a function: what may be planted elsewhere."""
    if source.pool is None:
        texts = [line for line, tag in source.lines]
        rows = set()
        for start, end in source.functions[:80]:
            body = texts[start - 1:end]
            rows.update(start - 1 + i for i in simple_rows(body, source.end, source.style))
        source.pool = [texts[i] for i in sorted(rows) if 12 < len(texts[i].strip()) < 90 and "//" not in texts[i] and re.search(r"[(=]|\+\+|--", texts[i]) and not source.quoted[i]]
    return source.pool


def kept(left, right, mark):
    """The share of the longer piece's tokens that stand in the other too, in order; names and literals not told apart."""
    sides = [[re.sub(r"^[A-Za-z_]\w*$", lambda m: m.group() if m.group() in KEYWORDS else "n", t) if t[0] not in "\"'`" else "s"
              for line in lines if is_code(line, mark) for t in TOKEN.findall(line) if t.strip()] for lines in (left, right)]
    common = sum(block.size for block in difflib.SequenceMatcher(None, *sides, autojunk=False).get_matching_blocks())
    return common / max(1, *map(len, sides))


def edit(rng, lines, kind, source, pool):
    """Statements inserted, deleted, replaced, reordered: one for every eight lines, at least one. None: it cannot be done."""
    rows = simple_rows(lines, source.end, source.style)
    n = max(1, round(len(lines) / 8))
    out = list(lines)
    kinds = [kind] * n if kind != "mixed" else [rng.choice(["inserted", "deleted", "replaced", "reordered"]) for _ in range(max(2, n) if len(lines) > 8 else 1)]
    done = 0
    for one in kinds:
        rows = simple_rows(out, source.end, source.style)
        if not rows or not pool:
            break
        i = rng.choice(rows)
        fresh = indentation(out[i]) + rng.choice(pool).strip()
        if one == "inserted":
            out.insert(i + rng.randint(0, 1), fresh)
        elif one == "deleted":
            del out[i]
        elif one == "replaced":
            out[i] = fresh
        else:
            pairs = [k for k in rows if k + 1 in rows and indentation(out[k]) == indentation(out[k + 1]) and out[k].strip() != out[k + 1].strip()]
            if not pairs:
                continue
            k = rng.choice(pairs)
            out[k], out[k + 1] = out[k + 1], out[k]
        done += 1
    return out if done and out != lines else None


def pieces(rng, source, low, high, whole):
    """A free (start, end) of the wanted length, lines from 0, or None."""
    texts = source.texts
    places = []
    for start, end in source.functions:
        if whole:
            if form_of(source, start, end):
                places.append((start - 1, end - 1))
            continue
        for _ in range(4):
            if end - start < low + 2:
                break
            first = rng.randint(start, end - low)
            length = rng.randint(low, min(high, end - 1 - first)) if end - 1 - first >= low else 0
            if length:
                places.append((first, first + length - 1))
    rng.shuffle(places)
    for first, last in places:
        if not low <= last - first + 1 <= high or any(i in source.taken and not (whole and i > first + 1 and source.quoted[i]) for i in range(first - 1, last + 2)):
            continue
        body = texts[first:last + 1]
        code = [line for i, line in enumerate(body) if is_code(line, source.mark) and not source.quoted[first + i]]
        if sum(bool(re.search(r"[(=;{]|:$|\bend\b", line)) for line in code) < 0.6 * len(code):
            continue  # text inside a string, a table
        if not is_conditional_whole(body):
            continue
        if len(code) < max(6, 0.7 * len(body)) or not is_code(body[0], source.mark) or not is_code(body[-1], source.mark):
            continue
        if sum(bool(t.strip()) for line in code for t in TOKEN.findall(line)) < 40 or is_table(body, source.mark):
            continue
        if whole or fits(source, texts, first, last):
            return first, last
    return None


def is_conditional_whole(lines):
    """Whether no `#if` of a preprocessor is cut apart."""
    depth = 0
    for line in lines:
        word = re.match(r"\s*#\s*(if|elif|elseif|else|end)", line)
        depth += 0 if not word else 1 if word.group(1) == "if" else -1 if word.group(1) == "end" else 0
        if depth < 0 or (word and depth == 0 and word.group(1).startswith("el")):
            return False
    return depth == 0


def fits(source, texts, first, last):
    """Whether lines are whole statements at one level."""
    body = [line for line in texts[first:last + 1] if line.strip()]
    base = indentation(body[0])
    if balance("\n".join(body)) or any(not line.startswith(base) for line in body):
        return False
    if HEAVY.match(body[0]) and re.match(r"^\s*(else|elif|elsif|case|default|catch|except|finally|end|rescue|when|\{|\}|\)|\]|\.|:|\?|&|\||\+)", body[0]):
        return False
    sum_ = 0
    for line in body:
        sum_ += balance(line)
        if sum_ < 0:
            return False
    after = next((line for line in texts[last + 1:] if line.strip()), "")
    if len(indentation(after)) > len(base) or re.match(r"^\s*(else|elif|elsif|catch|except|finally|rescue|ensure|\.|\?|:|&&|\|\||\+)", after):
        return False
    before = next((line for line in reversed(texts[:first]) if line.strip()), "")
    if before.rstrip().endswith((",", "(", "\\", "=", "+", "&&", "||", ".")) or re.match(r"^\s*(if|for|while|else)\b(?!.*[{:]\s*$)", before):
        return False
    opened = sum(1 for line in body if re.search(r"\b(do|then|begin|def|class|module|if|unless|case|while)\b", line)) if source.style == "end" else 0
    closed = sum(1 for line in body if line.strip().startswith("end")) if source.style == "end" else 0
    return source.style != "end" or opened <= closed + sum(1 for line in body if re.search(r"\S+ (if|unless) ", line)) and indentation(body[-1]) == base


METHOD = re.compile(r"^\s*(static |async |get |set |public |private |protected |readonly |override |\*)*#?[\w$]+\s*(<[^(]*>)?\(.*\{$")
PLAIN = re.compile(r"^\s*(export |default |async )*(function\b|const |let |var )")


def form_of(source, start, end):
    """"plain", "method" or None: whether a function (lines from 1) may stand among others like it, and where."""
    if (start, end) not in source.forms:
        source.forms[start, end] = read_form(source, start, end)
    return source.forms[start, end]


def read_form(source, start, end):
    texts = source.texts
    first, last = texts[start - 1], texts[end - 1].strip()
    after = next((line.strip() for line in texts[end:end + 20] if line.strip()), "")
    if source.style == "brace" and (last not in ("}", "};") or after.startswith((",", ")", ".", "]"))):
        return None
    if source.language not in ("JavaScript", "TypeScript"):
        return "plain" if not re.match(r"\s*[(|?:,.]", first) else None
    if re.match(r"^\s*(if|for|while|switch|catch|return)\b", first):
        return None
    return "plain" if PLAIN.match(first) else "method" if METHOD.match(first) and last == "}" else None


def find_home(rng, sources, whole, form):
    """A place for a copy: (source, line before which it goes, indentation)."""
    for _ in range(1500):
        source = rng.choice(sources)
        if not source.functions:
            continue
        start, end = rng.choice(source.functions)
        texts = source.texts
        if whole:
            if form_of(source, start, end) != form:
                continue
            at, base = end, indentation(texts[start - 1])
            if any(s <= end and end < e for s, e in source.functions if (s, e) != (start, end)):
                continue  # no function inside another
        else:
            rows = [i for i in simple_rows(texts[start - 1:end], source.end, source.style)]
            if not rows:
                continue
            at = start - 1 + rng.choice(rows)
            base = indentation(texts[at])
            if not texts[at].strip() or (at + 1 < len(texts) and len(indentation(texts[at + 1])) > len(base)):
                continue
        if any(i in source.taken for i in range(at - 2, at + 3)) or at in source.inserts:
            continue
        return source, at, base
    return None


def plant_copy(rng, sources, kind, size, number):
    low, high = SIZES[size]
    for _ in range(60):
        whole = rng.random() < 0.6
        source = rng.choice(sources)
        place = pieces(rng, source, low, high, whole)
        if not place:
            continue
        first, last = place
        body = [line for line, _ in source.lines[first:last + 1]]
        if says_nothing(body, source.mark, kind):
            continue
        peers = [s for s in sources if s.language == source.language]
        pool = [line for s in rng.sample(peers, min(6, len(peers))) for line in statements(s)]
        copy = body
        if kind in ("inserted", "deleted", "replaced", "reordered", "mixed"):
            copy = edit(rng, body, kind, source, pool)
            if copy is None or kept(body, copy, source.mark) < LEAST_KEPT:
                continue
            if rng.random() < 0.5:
                copy = rewrite(rng, copy, source, "locals", 0.3)
        elif kind == "renamed":
            copy = rewrite(rng, body, source, "locals", 0)
        elif kind == "literals":
            copy = rewrite(rng, body, source, "locals", 0.7)
        elif kind == "all names":
            copy = rewrite(rng, body, source, "all", 0.3)
        if kind != "layout" and kind not in ("deleted",) and copy == body:
            continue
        source.taken.update(range(first, last + 1))
        home = find_home(rng, peers, whole, form_of(source, first + 1, last + 1))
        if not home:
            source.taken.difference_update(range(first, last + 1))
            continue
        target, at, base = home
        copy = shift(copy, base if rng.random() < 0.6 or source.style == "indent" else base + "  ", source.style)
        if kind == "layout" or rng.random() < 0.4:
            copy = relay(rng, copy, source.mark)
        plant = Plant(number, kind, size, whole)
        for i in range(first, last + 1):
            source.lines[i][1] = (number, "o")
        target.inserts[at] = ([""] if whole else []) + [(line, (number, "c")) for line in copy] + ([""] if whole else [])
        target.taken.update((at - 1, at))
        return plant
    return None


# ---- decoys ----

def call(source, text):
    return text + ";" if source.end == ";" or source.language == "TypeScript" else text


def function(rng, source, name, parameters, body):
    """A function of the language around body lines."""
    heads = {
        "C": f"static int {name} ({', '.join('int ' + p for p in parameters) or 'void'})", "C++": f"static int {name}({', '.join('int ' + p for p in parameters)})",
        "Python": f"def {name}({', '.join(parameters)}):", "JavaScript": f"function {name}({', '.join(parameters)}) {{",
        "TypeScript": f"function {name}({', '.join(p + ': number' for p in parameters)}): number {{",
        "Java": f"static int {name}({', '.join('int ' + p for p in parameters)}) {{", "Go": f"func {name}({', '.join(p + ' int' for p in parameters)}) int {{",
        "Rust": f"fn {name}({', '.join(p + ': i32' for p in parameters)}) -> i32 {{", "Ruby": f"def {name}({', '.join(parameters)})",
        "PHP": f"function {name}({', '.join('$' + p for p in parameters)}) {{", "C#": f"static int {name}({', '.join('int ' + p for p in parameters)}) {{",
    }
    lines = [heads[source.language]] + (["{"] if source.language in ("C", "C++") else []) + ["    " + line for line in body]
    return lines + (["end"] if source.style == "end" else [] if source.style == "indent" else ["}"])


def variable(source, name):
    return "$" + name if source.language == "PHP" else name


def dot(source, left, right):
    joint = "->" if source.language in ("C", "PHP") else "."
    return f"{variable(source, left)}{joint}{right}"


def decoy_calls(rng, source, used, n):
    target = invent(rng, used)
    return function(rng, source, invent(rng, used), [target], [call(source, f"{dot(source, target, invent(rng, used))}({variable(source, invent(rng, used))}, {rng.randint(1, 99)})") for _ in range(n)])


def decoy_asserts(rng, source, used, n):
    check = rng.choice(["assertEquals", "expect", "check", "verify"])
    return function(rng, source, "test_" + invent(rng, used), [], [call(source, f'{check}("{invent(rng, used)}", {invent(rng, used)}({rng.randint(1, 99)}))') for _ in range(n)])


def decoy_arguments(rng, source, used, n):
    parser = invent(rng, used)
    rows = []
    for _ in range(n):
        words_ = " ".join(invent(rng, used) for _ in range(rng.randint(2, 5)))
        more = rng.choice(["", f", {rng.randint(0, 9)}", f', "{invent(rng, used)}"'])
        rows.append(call(source, f'{dot(source, parser, "add")}("--{invent(rng, used)}", "{words_}"{more})'))
    return function(rng, source, invent(rng, used), [parser], rows)


def decoy_getters(rng, source, used, n):
    out = []
    for _ in range(max(2, n // 3)):
        name = invent(rng, used)
        holder = invent(rng, used)
        out += function(rng, source, "get_" + name, [holder], [call(source, f"return {dot(source, holder, name)}")]) + [""]
    return out


def decoy_declarations(rng, source, used, n):
    names = [invent(rng, used) for _ in range(n)]
    shapes = {
        "C": ["int {};", "char *{};", "const char *{};", "unsigned long {};"], "C++": ["int {};", "std::string {};", "const char *{};", "std::vector<int> {};"],
        "Java": ["int {};", "String {};", "List<String> {};"], "C#": ["int {};", "string {};", "List<string> {};"], "Go": ["var {} int", "var {} string", "var {} []byte"],
        "Rust": ["let {}: i32;", "let {}: String;", "let {} = Vec::new();"], "Python": ["{} = None", "{} = []", "{} = 0"], "Ruby": ["{} = nil", "{} = []", "{} = 0"],
        "JavaScript": ["let {};", "const {} = [];", "var {} = 0;"], "TypeScript": ["let {}: number;", "const {}: string[] = [];", "let {}: string;"],
        "PHP": ["${} = null;", "${} = [];", "${} = 0;"],
    }[source.language]
    return function(rng, source, invent(rng, used), [], [rng.choice(shapes).format(name) for name in names])


def decoy_switch(rng, source, used, n):
    subject = variable(source, invent(rng, used))
    rows = []
    for _ in range(max(3, n // 2)):
        name, text = invent(rng, used).upper(), f'"{invent(rng, used)}"'
        rows += {
            "Python": [f"if {subject} == {name}:", f"    return {text}"], "Ruby": [f"when {name}", f"  {text}"],
            "Rust": [f"{name} => {text},"], "Go": [f"case {name}:", f"    return {text}"],
        }.get(source.language, [f"case {name}:", f"    return {text};"])
    head, tail = {"Python": ([], []), "Ruby": ([f"case {subject}"], ["end"]), "Rust": ([f"match {subject} {{"], ["}"]), "Go": ([f"switch {subject} {{"], ["}"])}.get(source.language, ([f"switch ({subject}) {{"], ["}"]))
    return function(rng, source, invent(rng, used), [subject.lstrip("$")], head + rows + tail)


def decoy_pair(rng, sources, source, kind):
    """Two pieces (lists of lines), or None."""
    used = set()
    n = rng.randint(6, 18)
    makers = {"calls": decoy_calls, "assertions": decoy_asserts, "arguments": decoy_arguments, "getters": decoy_getters,
              "declarations": decoy_declarations, "switch": decoy_switch}
    if kind in makers:
        return makers[kind](rng, source, used, n), makers[kind](rng, source, used, n)
    place = pieces(rng, source, 8, 40, True)
    if not place:
        return None
    body = [line for line, _ in source.lines[place[0]:place[1] + 1]]
    if kind == "skeleton":  # the words and signs stay; each name, each time, is another, and most literals are
        out = []
        for line in body:
            out.append("".join(invent(rng, used) if re.match(r"[A-Za-z_]\w*$", t) and t not in KEYWORDS and rng.random() < 0.9 else t for t in tokens_of(source).findall(line)))
        return None, rewrite(rng, out, source, "", 0.7), place
    rows = simple_rows(body, source.end, source.style)
    if len(rows) < 0.5 * len([line for line in body if line.strip()]):
        return None
    pool = [line for s in sources if s.language == source.language for line in statements(s)]
    out = list(body)
    if len(pool) < 40:
        return None
    for i in rows:  # the frame stays, nearly all statements are others
        out[i] = indentation(out[i]) + rng.choice(pool).strip()
    return None, rewrite(rng, out, source, "locals", 0.5), place


DECOYS = ["calls", "assertions", "arguments", "getters", "declarations", "switch", "skeleton", "frame"]


def plant_decoy(rng, sources, kind, number):
    for _ in range(60):
        source = rng.choice(sources)
        peers = [s for s in sources if s.language == source.language]
        pair = decoy_pair(rng, sources, source, kind)
        if not pair:
            continue
        plant = Plant(number, "decoy: " + kind, "", True)
        bodies = {"c": pair[1]}
        if len(pair) == 3:
            first, last = pair[2]
            if any(i in source.taken for i in range(first, last + 1)):
                continue
            source.taken.update(range(first, last + 1))
            for i in range(first, last + 1):
                source.lines[i][1] = (number, "o")
        else:
            bodies["o"] = pair[0]
        homes = []
        for side, body in bodies.items():
            home = find_home(rng, peers, True, form_of(source, pair[2][0] + 1, pair[2][1] + 1) if len(pair) == 3 else "plain")
            if home:
                target, at, base = home
                target.inserts[at] = [""] + [(base + line if line else "", (number, side)) for line in body] + [""] if len(pair) != 3 else [""] + [(line, (number, side)) for line in shift(body, base, source.style)] + [""]
                target.taken.update((at - 1, at))
                homes.append(home)
        if len(homes) == len(bodies):
            return plant
    return None


def write(source):
    """The planted text and, by tag, the first and last line."""
    out, places = [], {}

    def put(line, tag):
        out.append(line)
        if tag:
            first, _ = places.get(tag, (len(out), 0))
            places[tag] = (first, len(out))

    for i, (line, tag) in enumerate(source.lines):
        for row in source.inserts.get(i, []):
            put(*(row if isinstance(row, tuple) else (row, None)))
        put(line, tag)
    for row in source.inserts.get(len(source.lines), []):
        put(*(row if isinstance(row, tuple) else (row, None)))
    return "\n".join(out), places


def is_test(path):
    return re.search(r"(^|[/_.-])(tests?|specs?|__tests__)([/_.-]|$)|Tests?\.\w+$", path) is not None


def plant_all(seed, sources, per_cell, decoys):
    """Plants of every kind and size; returns those that found a place, with their places."""
    rng = random.Random(seed)
    numbers, plants = itertools.count(1000), []
    product = [source for source in sources if not is_test(source.path)]
    sources = product if sum(len(source.functions) for source in product) >= 60 else sources
    for kind in KINDS:
        for size in SIZES:
            plants += [plant_copy(rng, sources, kind, size, next(numbers)) for _ in range(per_cell)]
    for kind in DECOYS:
        plants += [plant_decoy(rng, sources, kind, next(numbers)) for _ in range(decoys)]
    return [plant for plant in plants if plant]
