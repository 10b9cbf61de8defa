"""The lint sees each kind of breach: a copy of the tree is broken in one place, and the file must be named."""
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
FOLDERS = ["analyzers", "cli", "corpus", "docs", "languages", "model", "reports", "repository", "samples", "scoring", "store", "templates", "tests"]


class Lint(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.tree = pathlib.Path(tempfile.mkdtemp(prefix="ardoise-lint-"))
        for folder in FOLDERS:
            shutil.copytree(ROOT / folder, cls.tree / folder, ignore=shutil.ignore_patterns("__pycache__"))
        for name in (".clang-format",):
            shutil.copy(ROOT / name, cls.tree / name)
        cls.before = cls.lint()

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.tree)

    @classmethod
    def lint(cls):
        done = subprocess.run([sys.executable, str(ROOT / "tests/lint/lint.py"), "--root", str(cls.tree)], capture_output=True, text=True)
        return done.stdout

    def breaks(self, path, change, *expected):
        """One file changed (None: removed) makes a line that holds all that is expected and was not there before."""
        place = self.tree / path
        old = place.read_bytes() if place.exists() else None
        new = change(old.decode() if old else "")
        place.unlink() if new is None else place.write_text(new)
        try:
            rows = [row for row in self.lint().splitlines() if row not in self.before]
        finally:
            place.unlink(missing_ok=True) if old is None else place.write_bytes(old)
        self.assertTrue(any(all(word in row for word in expected) for row in rows), rows)

    def test_a_layer_that_sees_its_sibling(self):
        self.breaks("scoring/plan.c", lambda text: '#include "reports/reports.h"\n' + text, "scoring/plan.c", "may not see reports/")

    def test_a_header_that_is_not_shown(self):
        self.breaks("cli/print.c", lambda text: '#include "store/code.h"\n' + text, "cli/print.c", "store/code.h is not shown")

    def test_a_library_in_a_second_folder(self):
        self.breaks("analyzers/run.c", lambda text: "#include <git2.h>\n" + text, "analyzers/run.c", "git2 is not for analyzers/")

    def test_an_unknown_library(self):
        self.breaks("cli/print.c", lambda text: "#include <curl/curl.h>\n" + text, "cli/print.c", "no known library")

    def test_a_file_that_is_too_long(self):
        self.breaks("cli/nearest.c", lambda text: text + "\n" * 400, "cli/nearest.c", "more than 400")

    def test_a_function_that_is_too_long(self):
        self.breaks("cli/nearest.c", lambda text: text + "\nvoid\nlong_one (void)\n{\n" + "  ;\n" * 61 + "}\n", "cli/nearest.c", "a function of 61 lines")

    def test_a_banned_call_but_not_in_a_comment(self):
        self.breaks("cli/nearest.c", lambda text: text + "/* goto */ int x (void) { system (0); }\n", "cli/nearest.c", "system")

    def test_printing_outside_cli(self):
        self.breaks("scoring/plan.c", lambda text: text + 'void x (void) { puts (""); }\n', "scoring/plan.c", "only cli/ prints")

    def test_a_header_without_guard_and_without_comment(self):
        self.breaks("cli/nearest.h", lambda text: text.replace("#ifndef ARD_NEAREST_H", "#ifndef NEAREST"), "cli/nearest.h", "no guard")
        self.breaks("cli/nearest.h", lambda text: text.replace("#endif", "int ard_word (int a);\n\n#endif"), "cli/nearest.h", "ard_word has no comment")

    def test_a_file_that_is_not_formatted(self):
        self.breaks("cli/nearest.c", lambda text: text.replace("  guint row", "    guint row"), "cli/nearest.c", "not formatted")

    def test_an_analyzer_without_its_test_and_page(self):
        self.breaks("tests/unit/analyzers/test_deep_nesting.c", lambda text: None, "test_deep_nesting.c", "is missing")
        self.breaks("docs/rules/deep-nesting.md", lambda text: None, "docs/rules/deep-nesting.md", "is missing")

    def test_a_rule_without_sample_or_message(self):
        self.breaks("model/rules/change.def", lambda text: text.replace('.id = "hotspot"', '.id = "cold-spot"'), "no sample has a finding of cold-spot")
        self.breaks("templates/messages/fr.json", lambda text: text.replace('"rule.hotspot.title"', '"rule.cold.title"'), "fr.json", "rule.hotspot.title is missing")

    def test_a_report_without_a_test(self):
        self.breaks("reports/reports.c", lambda text: text.replace('{ "csv",', '{ "wxyz",'), "reports/reports.c", "the row wxyz")

    def test_a_folder_of_queries_without_row(self):
        (self.tree / "languages/cobol").mkdir()
        try:
            self.breaks("languages/cobol/function.scm", lambda text: "; nothing\n", "languages/cobol", "has no row")
        finally:
            shutil.rmtree(self.tree / "languages/cobol")

    def test_a_name_that_says_nothing(self):
        self.breaks("cli/string_utils.c", lambda text: "int x;\n", "cli/string_utils.c", "say nothing")


if __name__ == "__main__":
    unittest.main()
