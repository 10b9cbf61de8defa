"""Arguments: what is refused, and what is printed where."""
import json
import subprocess
import unittest

from case import ARDOISE, Case


class Usage(Case):
    def test_an_unknown_command_names_the_commands_there_are(self):
        self.expect(2, 'no command is called "reprot"; there are report, check', "reprot")

    def test_an_unknown_flag_is_refused(self):
        self.expect(2, "unknown option --nope", "report", "--nope")

    def test_no_command_shows_the_help_and_is_wrong_usage(self):
        done = self.ardoise()
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"report [PATH]", done.stdout)

    def test_help_names_every_command_and_flag(self):
        done = self.ardoise("--help")
        self.assertEqual(done.returncode, 0)
        for word in ("report", "check", "explain", "init", "rules", "languages", "config", "--config", "--output", "--format", "--rev",
                     "--jobs", "--lang", "--no-cache", "--quiet", "--verbose", "--color", "--coverage", "--version", "--licenses", "--data"):
            self.assertIn(word.encode(), done.stdout)

    def test_flags_may_stand_before_the_command(self):
        self.assertEqual(self.ardoise("--quiet", "rules").returncode, 0)

    def test_version_is_one_line_on_standard_output(self):
        done = self.ardoise("--version")
        self.assertRegex(done.stdout, rb"^ardoise \d+\.\d+\.\d+\n$")
        self.assertEqual(done.stderr, b"")

    def test_licences_name_every_embedded_part(self):
        done = self.ardoise("--licenses")
        for part in (b"tree-sitter-typescript", b"d3-hierarchy", b"libgit2", b"MIT"):
            self.assertIn(part, done.stdout)

    def test_a_number_of_threads_may_stand_right_behind_its_letter(self):
        self.make({"a.c": "int a;\n"})
        self.expect(0, "", "report", "repository", "-j2", "--format", "md")

    def test_wrong_values_are_refused_before_any_work(self):
        self.make({"a.c": "int a;\n"})
        self.expect(2, 'no format is called "pdf"; there are html', "report", "repository", "--format", "pdf")
        self.expect(2, "--output - takes one format", "report", "repository", "--output", "-")
        self.expect(2, "--color takes auto, always or never", "report", "repository", "--color", "red")
        self.expect(2, "--jobs takes a number", "report", "repository", "--jobs", "-3")
        self.expect(2, "", "report", "repository", "--jobs", "two")
        self.expect(2, "en", "report", "repository", "--lang", "xx")
        self.expect(2, "check needs --base", "check", "repository")
        self.expect(2, "wrong number of arguments", "report", "repository", "other")
        self.assertEqual(sorted(p.name for p in self.folder.iterdir() if p.name != "cache"), ["repository"])

    def test_one_format_on_standard_output_and_nothing_else_there(self):
        self.make({"a.c": "int a;\n"})
        done = self.ardoise("report", "repository", "--format", "json", "--output", "-")
        self.assertEqual(done.returncode, 0, done.message)
        self.assertEqual(json.loads(done.stdout)["tool"]["name"], "ardoise")

    def test_quiet_says_nothing(self):
        self.make({"a.c": "int a;\n"})
        done = self.ardoise("report", "repository", "--quiet")
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, b"", b""))

    def test_colour_only_when_asked_for_and_no_bar_off_a_terminal(self):
        self.make({"a.c": "int a;\n"})
        plain = self.ardoise("check", "repository", "--base", "HEAD")
        colour = self.ardoise("check", "repository", "--base", "HEAD", "--color", "always")
        self.assertNotIn(b"\033", plain.stderr)
        self.assertNotIn(b"\r", plain.stderr)
        self.assertIn(b"\033[32m", colour.stderr)

    def test_a_closed_standard_output_is_an_output_error(self):
        with open("/dev/full", "w") as full:
            done = subprocess.run([ARDOISE, "rules"], stdout=full, stderr=subprocess.PIPE, env=self.environment)
        self.assertEqual(done.returncode, 4)
        self.assertIn(b"cannot write to standard output", done.stderr)

    def test_init_writes_a_file_that_holds_and_never_overwrites(self):
        self.make({"a.c": "int a;\n"})
        self.assertEqual(self.ardoise("init", "repository").returncode, 0)
        text = (self.repository / ".ardoise.yml").read_bytes()
        self.assertEqual(self.ardoise("config", "repository").returncode, 0)
        self.expect(4, "it exists already", "init", "repository")
        self.assertEqual((self.repository / ".ardoise.yml").read_bytes(), text)

    def test_config_names_the_line_that_each_value_came_from(self):
        self.make({"a.c": "int a;\n", ".ardoise.yml": "team:\n  day_hours: 6\n"})
        done = self.ardoise("config", "repository")
        self.assertIn(b"  day_hours: 6  # .ardoise.yml:2\n", done.stdout)
        self.assertIn(b"  sprint_weeks: 2  # default\n", done.stdout)

    def test_a_revision_brings_its_own_settings(self):
        self.make({"a.c": "int a;\n", ".ardoise.yml": "team:\n  day_hours: 6\n"})
        (self.repository / ".ardoise.yml").write_text("team:\n  day_hours: 5\n")
        self.assertIn(b"day_hours: 5 ", self.ardoise("config", "repository").stdout)
        self.assertIn(b"day_hours: 6 ", self.ardoise("config", "repository", "--rev", "HEAD").stdout)

    def test_coverage_of_the_command_line_is_read_beside_that_of_the_settings(self):
        lcov = "SF:{}\nDA:1,1\nDA:2,{}\nend_of_record\n"
        self.make({"a.c": "int a;\nint b;\n", "b.c": "int c;\nint d;\n", "c.c": "int e;\nint f;\n", "d.c": "int g;\n",
                   ".ardoise.yml": "tests:\n  coverage: [a.info]\n"})
        (self.repository / "a.info").write_text(lcov.format("a.c", 0))
        (self.folder / "b.info").write_text(lcov.format("b.c", 1))
        (self.folder / "c.info").write_text(lcov.format("c.c", 0))

        def shares(*arguments):
            done = self.ardoise(*arguments, "--format", "json", "--output", "-")
            self.assertEqual(done.returncode, 0, done.message)
            return {file["path"]: file["coverage"] for file in json.loads(done.stdout)["files"] if file["path"].endswith(".c")}

        # Lines 1 and 2 of each file, hit as written above; d.c is in no report.
        all_three = {"a.c": 0.5, "b.c": 1, "c.c": 0.5, "d.c": None}
        self.assertEqual(shares("report", "repository"), {"a.c": 0.5, "b.c": None, "c.c": None, "d.c": None})
        self.assertEqual(shares("report", "repository", "--coverage", "b.info,c.info"), all_three)
        self.assertEqual(shares("report", "repository", "--coverage=b.info", "--coverage", str(self.folder / "c.info")), all_three)
        self.assertEqual(shares("check", "repository", "--base", "HEAD", "--coverage", "b.info,c.info"), all_three)

    def test_coverage_of_the_command_line_must_be_there(self):
        self.make({"a.c": "int a;\n"})
        self.expect(2, 'cannot read coverage report "none.info"', "report", "repository", "--coverage", "none.info")
        self.expect(2, 'cannot read coverage report ""', "report", "repository", "--coverage", "repository/a.c,")

    def test_rules_as_json_hold_the_catalogue(self):
        rules = json.loads(self.ardoise("rules", "--format", "json").stdout)
        self.assertIn("complex-function", [rule["id"] for rule in rules])
        self.assertTrue(all(rule["attention"] <= rule["critical"] for rule in rules))

    def test_every_report_tells_of_the_work_tree_only_when_it_is_not_as_committed(self):
        self.make({"a.c": "int a;\n"})
        for content, edited in (("int a;\n", False), ("int b;\n", True)):
            (self.repository / "a.c").write_text(content)
            self.expect(0, "", "report", "repository", "--format", "html,md,json")
            read = lambda name: (self.folder / "ardoise-report" / name).read_text()
            self.assertEqual("changes of the work tree" in read("report.md"), edited)
            self.assertEqual("changes of the work tree" in read("index.html"), edited)
            self.assertEqual(json.loads(read("ardoise.json"))["repository"]["work_tree"], edited)
            self.assertFalse(self.json("repository", "--rev", "HEAD")["repository"]["work_tree"])

    def test_the_report_folder_is_not_read_as_a_part_of_the_work_tree(self):
        self.make({"a.c": "int a;\n"})
        first = self.ardoise("report", where=self.repository)
        self.assertEqual(first.returncode, 0, first.message)
        before = (self.repository / "ardoise-report/ardoise.json").read_bytes()
        self.ardoise("report", where=self.repository)
        self.assertEqual((self.repository / "ardoise-report/ardoise.json").read_bytes(), before)


if __name__ == "__main__":
    unittest.main()
