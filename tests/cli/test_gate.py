"""The gate on work trees and branches: exit status, JUnit and JSON say the same."""
import json
import unittest
import xml.etree.ElementTree as tree

from case import TANGLED, Case

OTHER = TANGLED.replace("tangled", "knotted").replace("a++", "a--")


class Gate(Case):
    def setUp(self):
        super().setUp()
        self.make({"src/count.c": "int zero(void) {\n  return 0;\n}\n\n" + TANGLED})
        self.git("branch", "base")

    def check(self, status, *arguments):
        done = self.ardoise("check", "repository", "--base", "base", "--format", "json,junit", *arguments)
        self.assertEqual(done.returncode, status, done.message)
        report = json.loads((self.folder / "ardoise-report/ardoise.json").read_text())
        junit = tree.parse(self.folder / "ardoise-report/junit.xml").getroot()
        gates = {"oversized-file", "oversized-function", "complex-function", "deep-nesting", "long-parameter-list"}
        new = [f for f in report["findings"] if f["state"] == "new" and f["severity"] == "critical" and f["rule"] in gates]
        self.assertEqual(len(junit.findall(".//failure")), len(new))
        self.assertEqual(bool(new), status == 1)
        self.assertEqual(report["repository"]["base"], self.git("merge-base", "base", "HEAD").decode().strip())
        return report

    def test_a_change_without_debt_passes(self):
        self.commit({"src/new.c": "int one(void) {\n  return 1;\n}\n"}, "Add one")
        self.check(0)

    def test_a_new_tangle_fails_in_the_work_tree_and_in_a_commit(self):
        (self.repository / "src/knot.c").write_text(OTHER)
        self.check(1)
        self.commit({}, "Add a knot")
        self.check(1)
        self.check(1, "--rev", "HEAD")
        self.check(0, "--rev", "base")

    def test_debt_that_the_base_branch_got_since_is_not_ours(self):
        self.git("checkout", "-q", "-b", "topic")
        self.commit({"readme": "x\n"}, "Work")
        self.git("checkout", "-q", "base")
        self.commit({"src/knot.c": OTHER}, "Theirs")
        self.git("checkout", "-q", "topic")
        self.check(0)

    def test_renaming_the_file(self):
        self.git("mv", "src/count.c", "tally.c")
        self.check(0)
        self.git("commit", "-q", "-m", "Move")
        self.check(0)

    def test_indenting_anew(self):
        path = self.repository / "src/count.c"
        path.write_text(path.read_text().replace("  ", "\t").replace(") {", ")\n{"))
        self.check(0)

    def test_lines_added_above(self):
        path = self.repository / "src/count.c"
        path.write_text("/* A comment. */\n\nint three(void) {\n  return 3;\n}\n\n" + path.read_text())
        self.check(0)

    def test_moving_a_function_to_another_file(self):
        (self.repository / "src/count.c").write_text("int zero(void) {\n  return 0;\n}\n")
        (self.repository / "src/knots.c").write_text("#include <stdio.h>\n\n" + TANGLED)
        self.check(0)

    def test_renaming_and_moving_at_once(self):
        (self.repository / "src/count.c").unlink()
        (self.repository / "lib").mkdir()
        (self.repository / "lib/tally.c").write_text("int zero(void) {\n  return 0;\n}\n\n" + TANGLED.replace("tangled", "unravelled"))
        self.check(0)

    def test_another_folder_and_another_name_for_everything_within(self):
        (self.repository / "lib").mkdir()
        self.git("mv", "src/count.c", "lib/tally.c")
        path = self.repository / "lib/tally.c"
        path.write_text(path.read_text().replace("tangled", "knotted").replace("(a >", "(total >").replace("int a)", "int total)").replace("a++", "total++"))
        self.check(0)

    def test_a_formatter_that_breaks_lines_may_pass_the_threshold(self):
        short = "int steps(int a) {\n" + "".join(f"  call(a, {i});\n" for i in range(240)) + "  return a;\n}\n"
        self.commit({"src/steps.c": short}, "Steps")
        self.git("branch", "-f", "base")
        self.commit({"src/steps.c": short.replace("(a, 1", "(\n      a, 1")}, "Format")
        self.check(0)
        self.commit({"src/steps.c": short.replace("  return", "  more(a);\n" * 120 + "  return")}, "Grow")
        self.check(1)

    def test_swapping_two_files(self):
        self.commit({"src/a.c": TANGLED.replace("tangled", "a"), "src/b.c": "int b(void) {\n  return 0;\n}\n" * 3}, "Two")
        self.git("branch", "-f", "base")
        a, b = (self.repository / "src/a.c").read_text(), (self.repository / "src/b.c").read_text()
        self.commit({"src/a.c": b, "src/b.c": a}, "Swap")
        self.check(0)

    def test_a_copy_of_old_debt_is_new_debt(self):
        (self.repository / "src/copy.c").write_text(TANGLED)
        self.check(1)

    def test_paying_off_passes_and_is_told(self):
        (self.repository / "src/count.c").write_text("int zero(void) {\n  return 0;\n}\n")
        report = self.check(0)
        self.assertIn("paid", [f["state"] for f in report["findings"]])

    def test_what_the_settings_accept_does_not_fail_until_its_day(self):
        row = "suppressions: [{{rule: complex-function, path: src/knot.c, until: {}, because: it goes}}, {{rule: deep-nesting, path: '*', until: {}, because: x}}]\n"
        (self.repository / "src/knot.c").write_text(OTHER)
        (self.repository / ".ardoise.yml").write_text(row.format("2023-11-20", "2023-11-20"))
        self.check_status(0)
        (self.repository / ".ardoise.yml").write_text(row.format("2023-11-01", "2023-11-01"))
        self.check_status(1)

    def check_status(self, status):
        done = self.ardoise("check", "repository", "--base", "base")
        self.assertEqual(done.returncode, status, done.message)


if __name__ == "__main__":
    unittest.main()
