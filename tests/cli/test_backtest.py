"""The ranking held against the past: what it prints, where it abstains, and that nothing later than a date is used."""
import json
import unittest

from case import Case

DAY = 86400
NOW = 1_700_000_000
FILES = 30


def stream(fixes_after):
    """Three and a half years: every file made at the start, file i changed and fixed the more often the larger i is; a fix is one day's."""
    lines, mark = [], 0

    def commit(day, message, number, size):
        nonlocal mark
        mark += 1
        text = f"int f{number}(void) {{\n" + "".join(f"  g{number}({day}, {i});\n" for i in range(size)) + "  return 0;\n}\n"
        lines.append(f"commit refs/heads/main\nmark :{mark}\ncommitter A <a@example.org> {NOW + day * DAY} +0000\ndata {len(message)}\n{message}\n"
                     f"M 100644 inline src/f{number}.c\ndata {len(text)}\n{text}\n")

    for number in range(FILES):
        commit(-1250, "Add", number, 5 + number)
    for day in range(-1249, 0, 2):
        number = (day * day) % FILES
        if day % 3 == 0 or number > FILES // 2:
            commit(day, "Fix a crash" if number > FILES // 2 and (day < -365 or fixes_after) else "Work", number, 5 + number + day % 7)
    return "".join(lines).encode()


class Backtest(Case):
    def load(self, fixes_after=True):
        self.make()
        self.git("fast-import", "--quiet", data=stream(fixes_after))
        self.git("reset", "-q", "--hard", "main")

    def test_tables_for_people_and_for_machines(self):
        self.load()
        done = self.ardoise("backtest", "repository", "--cuts", "2")
        self.assertEqual(done.returncode, 0, done.message)
        self.assertIn(b"1 repositories, 2 dates", done.stdout)
        done = self.ardoise("backtest", "repository", "--cuts", "1", "--format", "json")
        result = json.loads(done.stdout)
        self.assertEqual(result["dates"], 1)
        self.assertEqual(len(result["rankings"]), 10)
        for ranking in result["rankings"]:
            for measure in ranking["measures"].values():
                self.assertLessEqual(measure["low"], measure["high"])
        self.assertEqual(sum(tenth["files"] for tenth in result["calibration"]), FILES)

    def test_the_rows_behind_the_tables_are_one_a_file_and_date(self):
        self.load()
        done = self.ardoise("backtest", "repository", "--cuts", "2", "--format", "tsv")
        self.assertEqual(done.returncode, 0, done.message)
        names, *rows = [line.split("\t") for line in done.stdout.decode().splitlines()]
        self.assertEqual(len(rows), 2 * FILES)
        self.assertEqual({len(row) for row in rows}, {len(names)})
        self.assertEqual(len({(row[0], row[1]) for row in rows}), 2 * FILES)
        self.assertEqual(rows[0][0], "2022-11-10")  # day -369: the last commit 365.25 days before day -3, that of the head

    def test_a_fit_is_settings_or_says_why_not(self):
        self.load()
        done = self.ardoise("backtest", "repository", "--fit")
        self.assertEqual(done.returncode, 0, done.message)
        if done.stdout:
            (self.folder / "fit.yml").write_bytes(done.stdout)
            done = self.ardoise("backtest", "repository", "--cuts", "1", "--config", "fit.yml")
            self.assertEqual(done.returncode, 0, done.message)
        else:
            self.assertIn("keep", done.message)

    def test_a_thin_history_is_not_judged(self):
        self.make({"a.c": "int a;\n"})
        self.expect(3, "too thin", "backtest", "repository")
        self.expect(2, "--cuts", "backtest", "repository", "--cuts", "-1")
        self.expect(2, "text, json or tsv", "backtest", "repository", "--format", "html")

    def test_what_comes_later_changes_nothing_that_was_expected_before(self):
        expected = []
        for fixes_after in (True, False):
            self.load_named(fixes_after)
            rev = self.git("rev-list", "-1", f"--before={NOW - 366 * DAY}", "main").decode().strip()
            done = self.ardoise("report", self.repository.name, "--rev", rev, "--format", "json", "--output", "-")
            self.assertEqual(done.returncode, 0, done.message)
            files = json.loads(done.stdout)["files"]
            expected.append([(f["path"], f["expected_fixes_year"], f["rank"], f["rank_per_line"]) for f in files])
        self.assertTrue(any(row[1] for row in expected[0]))
        self.assertEqual(expected[0], expected[1])

    def load_named(self, fixes_after):
        self.make(name=f"later-{fixes_after}")
        self.git("fast-import", "--quiet", data=stream(fixes_after))


if __name__ == "__main__":
    unittest.main()
