#!/usr/bin/env python3
"""Owners and truck factor beside ardoise's, from `git log` alone, after the published definitions.

usage: knowledge.py ARDOISE REPOSITORY [REV]

Degree of authorship (Fritz et al. 2014) and truck factor (Avelino et al. 2016) are computed here anew: git finds the
renames, files are followed from the oldest commit on, identities are joined by mail address, full name and the account of a forge. What counts is
what docs/knowledge-measured.md says: no merges, no bots, no commit of more than 100 files but for what it adds. Prints both
truck factors and the share of files with the same owners; status 1 when the factors differ or fewer than 95 % agree.
"""
import collections
import json
import math
import re
import sqlite3
import subprocess
import sys
import tempfile

BOT = re.compile(r"\[bot\]|\b(dependabot|renovate|greenkeeper|pre-commit-ci|github-actions|snyk-bot)\b", re.I)
SHARED = re.compile(r"^(root|no-?reply|nobody|none|unknown|user|admin|info|git|svn|dev|devnull)@|\.local$|localdomain$|example\.com$")
PLACEHOLDERS = {"your name", "your full name", "first last", "john doe", "no author", "unknown author", "not committed yet"}
MASS = 100


def git(repository, *arguments):
    return subprocess.run(["git", "-C", repository, *arguments], check=True, capture_output=True).stdout.decode(errors="surrogateescape")


class People:
    """Identities as sets that grow together."""

    def __init__(self):
        self.parents = {}
        self.by_name = collections.defaultdict(set)
        self.accounts = set()

    def root(self, key):
        while self.parents.setdefault(key, key) != key:
            key = self.parents[key]
        return key

    def add(self, name, mail):
        who = ("who", name, mail)
        if BOT.search(f"{name} <{mail}>"):
            return None
        words, address = " ".join(name.casefold().split()), mail.lower()
        if " " in words and words not in PLACEHOLDERS:
            self.parents[self.root(("name", words))] = self.root(who)
        if "@" in address[1:] and "." in address.split("@", 1)[1] and not SHARED.search(address):
            self.parents[self.root(("mail", address))] = self.root(who)
        self.by_name[name].add(who)
        if re.fullmatch(rf"(.*?\+)?{re.escape(name)}@users\.noreply\..*", mail):
            self.accounts.add(name)
        return who

    def join_names(self):
        for who in [key for key in self.parents if key[0] == "bare"]:
            for other in list(self.by_name.get(who[1], ()))[:1]:
                self.parents[who] = self.root(other)

    def add_bare(self, name):
        """A co-author without an address: whoever else has that name, else nobody."""
        return self.root(("bare", name))

    def join_accounts(self):
        for name in self.accounts:
            for who in self.by_name[name]:
                self.parents[self.root(who)] = self.root(("account", name))


def read_log(repository, rev):
    """Commits, oldest first: people, rows of (status, old path, path)."""
    text = git(repository, "-c", "diff.renameLimit=100000", "log", "--topo-order", "--reverse", "--use-mailmap", "--no-merges", "-M50%",
               "--name-status", "-z", "--format=%x01%aN%x02%aE%x02%(trailers:key=Co-authored-by,valueonly,separator=%x03)%x02", rev)
    people = People()
    for record in text.split("\x01")[1:]:
        name, mail, others, rest = record.split("\x02", 3)
        who = [people.add(name, mail)]
        bot = who[0] is None
        for other in filter(None, others.split("\x03")):
            found = re.match(r"\s*(.*?)\s*<([^<>]*)>", other)
            if found:
                who.append(people.add(found.group(1), found.group(2)))
            elif " " in other.strip() and not re.search("[@<>]", other) and other.strip().casefold() != name.casefold():
                who.append(people.add_bare(other.strip()))
        fields = rest.lstrip("\0\n").split("\0")
        rows, i = [], 0
        while i < len(fields) and fields[i].strip():
            status = fields[i].strip()[0]
            if status in "RC":
                rows.append(("R" if status == "R" else "A", fields[i + 1], fields[i + 2]))
                i += 3
            else:
                rows.append((status, None, fields[i + 1]))
                i += 2
        yield people, [p for p in who if p], bot, rows
    people.join_accounts()
    people.join_names()


def follow(repository, rev):
    """For every path of today: the person who added it, and later commits a person."""
    places, first, counts = {}, {}, []
    people = People()
    for people_now, who, bot, rows in read_log(repository, rev):
        people = people_now
        teaches = who and not bot and len(rows) <= MASS
        touched, born = {}, set()
        for status, old, path in rows:
            if status == "R" and old in places:
                places[path] = places.pop(old)
            elif path not in places:
                places[path] = len(counts)
                counts.append(collections.Counter())
                born.add(places[path])
                first[places[path]] = who if who and not bot else []
            touched[places[path]] = True
        for file in touched:
            if file not in born and teaches:
                for person in set(who):
                    counts[file][person] += 1
                counts[file][None] += 1
    return people, places, first, counts


def own(people, first, counts):
    """Owners of one file."""
    persons = collections.Counter()
    adders = {people.root(p) for p in first} - {p for p in map(people.root, first) if p[0] == "bare"}
    for person, n in counts.items():
        if person is not None:
            persons[people.root(person)] += n
    for person in persons:  # two addresses of one person may both have signed a commit
        persons[person] = min(persons[person], counts[None])
    persons = collections.Counter({p: n for p, n in persons.items() if p[0] != "bare"})
    doa = {p: 3.293 + 1.098 * (p in adders) + 0.164 * persons[p] - 0.321 * math.log(1 + counts[None] - persons[p]) for p in adders | set(persons)}
    most = max(doa.values(), default=0)
    return {p for p, d in doa.items() if most > 0 and d / most > 0.75 and d >= 3.293}


def truck_factor(owners):
    """Who leaves until fewer than half of the files have an owner."""
    files = collections.Counter(p for who in owners.values() for p in who)
    left = {path: set(who) for path, who in owners.items()}
    gone = []
    for person, n in sorted(files.items(), key=lambda row: -row[1]):
        if sum(1 for who in left.values() if who) < 0.5 * len(left):
            break
        gone.append((person, n))
        for who in left.values():
            who.discard(person)
    return gone


def main():
    ardoise, repository, rev = sys.argv[1], sys.argv[2], (sys.argv + ["HEAD"])[3]
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([ardoise, "report", repository, "--rev", rev, "--format", "json,sqlite", "--output", folder, "--quiet"], check=True)
        report = json.load(open(f"{folder}/ardoise.json"))
        database = sqlite3.connect(f"{folder}/ardoise.sqlite")
        rows = database.execute("SELECT path, author FROM knowledge WHERE is_owner").fetchall()
    ours = collections.defaultdict(set)
    for path, author in rows:
        ours[path].add(author)
    bad = {"generated", "vendored", "binary", "minified", "too-large"}
    code = [f["path"] for f in report["files"] if f["functions"] is not None and not bad & set(f["flags"])]
    people, places, first, counts = follow(repository, rev)
    theirs = {path: own(people, first.get(places[path], []), counts[places[path]]) for path in code if path in places}
    names = {}
    for path in theirs:  # the same identity under both: match by the address
        for author in ours[path]:
            found = re.match(r"(.*) <(.*)>$", author)
            names[author] = people.root(("who", found.group(1), found.group(2)))
    agree = sum(1 for path in theirs if {names[a] for a in ours[path]} == theirs[path])
    gone = truck_factor(theirs)
    row = report["truck_factors"][0]
    print(f"files of code: {row['code_files']} here {len(theirs)}")
    print(f"same owners: {agree} of {len(theirs)} ({100 * agree / max(len(theirs), 1):.1f} %)")
    print("truck factor, ardoise:", row["factor"], [(p["author"].split(" <")[0], p["files"]) for p in row["leavers"]])
    print("truck factor, here:   ", len(gone), [(p[1], n) for p, n in gone])
    for path in sorted(theirs):
        mine = {names[a] for a in ours[path]}
        if mine != theirs[path] and "--verbose" in sys.argv:
            print(" ", path, "ardoise", sorted(p[1] for p in mine - theirs[path]), "here", sorted(p[1] for p in theirs[path] - mine))
    return 0 if len(gone) == row["factor"] and agree >= 0.95 * len(theirs) else 1


if __name__ == "__main__":
    sys.exit(main())
