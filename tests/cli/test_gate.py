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
        gates = {rule["id"] for rule in json.loads(self.ardoise("rules", "--format", "json").stdout) if rule["gates"]}
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

    def test_a_failure_names_the_commits_that_changed_its_function(self):
        def body(cases):
            return "int grown(int a) {\n" + "".join(f"  if (a == {n})\n    return {n};\n" for n in range(cases)) + "  return 0;\n}\n"

        plain = "int one(void) {\n  return 1;\n}\n"
        self.commit({"src/grow.c": plain + body(3)}, "Begin to grow")
        self.git("branch", "-f", "base")
        self.commit({"src/grow.c": plain + body(70)}, "Grow beyond measure")
        self.commit({"src/grow.c": plain.replace("1", "2") + body(70)}, "Change the other function")
        self.commit({"src/grow.c": plain.replace("1", "2") + body(71)}, "Grow once more")
        report = self.check(1)
        named = [self.git("rev-parse", f"HEAD~{n}").decode().strip() for n in (0, 2)]
        failing = [f for f in report["findings"] if f["fails"]]
        self.assertTrue(failing)
        for finding in failing:
            self.assertEqual(finding["changed_by"], named)
        junit = (self.folder / "ardoise-report/junit.xml").read_text()
        self.assertIn(f"{named[0][:10]} “Grow once more”, {named[1][:10]} “Grow beyond measure”", junit)
        self.assertNotIn("Change the other function", junit)

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


# 17 lines of different statements; names and a settings file make copies of it critical.
LONG = """int {name}(struct row *r, int n) {{
  int sum = 0, *place = r->first;
  if (!r || n <= 0)
    return -1;
  for (int i = 0; i < n; i++) {{
    sum += place[i] * r->weight;
    if (place[i] > r->limit && !r->quiet)
      report(r, "over", place[i] - r->limit);
    else
      r->seen |= 1u << (i % 32);
  }}
  while (sum > r->most)
    sum = shrink(sum, r->most);
  r->total = sum ? sum / n : lookup(r->name, n);
  free(r->old);
  return r->total + offset[r->kind];
}}
"""
STRICT = """rules:
  duplicated-code: { attention: 4, critical: 8 }
  dependency-cycle: { attention: 2, critical: 2 }
"""
SWALLOW = "def {name}(order):\n    try:\n        store.save(order)\n    except Exception:\n        pass\n"


class Structure(Case):
    """Copies, cycles and lost errors: what moved, was indented or renamed is known; one more of it is new."""

    def setUp(self):
        super().setUp()
        self.make({".ardoise.yml": STRICT, "src/a.c": LONG.format(name="first"), "src/b.c": "int other(void);\n\n" + LONG.format(name="second"),
                   "app/__init__.py": "", "app/one.py": "from app import two\n\n\n" + SWALLOW.format(name="read"), "app/two.py": "from app import one\n",
                   "app/three.py": "from app import two\n"})
        self.git("branch", "base")

    def check(self, status):
        done = self.ardoise("check", "repository", "--base", "base", "--format", "json,junit")
        self.assertEqual(done.returncode, status, done.message)
        findings = json.loads((self.folder / "ardoise-report/ardoise.json").read_text())["findings"]
        self.junit = (self.folder / "ardoise-report/junit.xml").read_text()
        return {state: sorted((f["rule"], f["path"]) for f in findings if f["state"] == state and f["rule"] in self.rules)
                for state in ("new", "known", "paid")}

    rules = ("duplicated-code", "dependency-cycle", "swallowed-error")

    def test_the_base_has_all_three_and_the_same_tree_passes(self):
        found = self.check(0)
        self.assertEqual(found["new"], [])
        self.assertEqual(found["known"], [("dependency-cycle", "app/one.py"), ("dependency-cycle", "app/two.py"), ("duplicated-code", "src/a.c"),
                                          ("duplicated-code", "src/b.c"), ("swallowed-error", "app/one.py")])

    def test_a_third_copy_is_new_and_names_the_others(self):
        (self.repository / "src/c.c").write_text(LONG.format(name="third"))
        self.assertEqual(self.check(1)["new"], [("duplicated-code", "src/c.c")])
        for path in ("src/a.c:", "src/b.c:", "src/c.c:"):
            self.assertIn(path, self.junit.split("<failure")[1])

    def test_copies_moved_renamed_and_indented_are_known(self):
        (self.repository / "lib").mkdir()
        self.git("mv", "src/a.c", "lib/z.c")
        path = self.repository / "src/b.c"
        path.write_text("/* Moved down. */\n\n" + path.read_text().replace("  ", "\t").replace("second", "renamed"))
        self.assertEqual(self.check(0)["new"], [])

    def test_both_copies_mended_alike_are_known(self):
        for name in ("a", "b"):
            path = self.repository / f"src/{name}.c"
            path.write_text(path.read_text().replace("  return", "  r->seen = 1;\n  return"))
        self.assertEqual(self.check(0)["new"], [])

    def test_deleting_a_copy_pays(self):
        (self.repository / "src/b.c").write_text("int other(void);\n")
        found = self.check(0)
        self.assertIn(("duplicated-code", "src/b.c"), found["paid"])
        self.assertEqual([row for row in found["known"] if row[0] == "duplicated-code"], [])

    def test_a_file_drawn_into_a_cycle_is_new_and_the_others_are_known(self):
        path = self.repository / "app/two.py"
        path.write_text("from app import one, three\n")
        found = self.check(1)
        self.assertEqual(found["new"], [("dependency-cycle", "app/three.py")])

    def test_opening_the_cycle_pays(self):
        (self.repository / "app/two.py").write_text("import os\n")
        found = self.check(0)
        self.assertEqual(found["paid"], [("dependency-cycle", "app/one.py"), ("dependency-cycle", "app/two.py")])

    def test_a_handler_that_moved_with_its_function_is_known_a_second_one_is_new(self):
        (self.repository / "app/one.py").write_text("from app import two\n")
        (self.repository / "app/files.py").write_text('"""Files."""\n\n\n' + SWALLOW.format(name="read_all"))
        self.assertEqual(self.check(0)["new"], [])
        (self.repository / "app/more.py").write_text(SWALLOW.format(name="again").replace("read()", "readlines()[0]"))
        self.assertEqual(self.check(1)["new"], [("swallowed-error", "app/more.py")])


if __name__ == "__main__":
    unittest.main()
