"""The files hold to the schemas that their readers use."""
import pathlib
import subprocess
import unittest

from case import TANGLED, Case

ROOT = pathlib.Path(__file__).resolve().parents[2]


class Schemas(Case):
    def setUp(self):
        super().setUp()
        self.make({"a.c": TANGLED, "]]>&<\x01.c": TANGLED.replace("tangled", "other"), "b.py": "# TODO: later\n", b"\xff.py": "# TODO\n"})
        self.commit({"c.c": TANGLED.replace("tangled", "added")}, "fix it")
        done = self.ardoise("check", "repository", "--base", "HEAD~1", "--format", "all")
        self.assertEqual(done.returncode, 1, done.message)
        self.out = self.folder / "ardoise-report"

    def holds(self, *command):
        done = subprocess.run(list(map(str, command)), cwd=ROOT, capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_junit_holds_to_the_schema_of_its_readers(self):
        self.holds("xmllint", "--noout", "--nonet", "--schema", "templates/schema/junit.xsd", self.out / "junit.xml")

    def test_json_holds_to_its_schema(self):
        self.holds("node", "tests/agree/validate.mjs", "templates/schema/ardoise.schema.json", self.out / "ardoise.json")

    def test_settings_written_as_json_hold_to_the_published_schema(self):
        good = self.folder / "good.json"
        good.write_text('{"team": {"hour_cost": {"low": 1, "likely": 2}, "day_hours": 7}, "rules": {"hotspot": {"enabled": false}},'
                        '"suppressions": [{"rule": "*", "path": "a", "until": "2030-01-01", "because": "x"}]}')
        self.holds("node", "tests/agree/validate.mjs", "templates/schema/settings.schema.json", good)
        bad = self.folder / "bad.json"
        for text in ('{"team": {"hour_costs": 3}}', '{"team": {"day_hours": 25}}', '{"rules": {"hotspots": {}}}',
                     '{"suppressions": [{"rule": "*", "path": "a", "until": "2030-01-01"}]}'):
            bad.write_text(text)
            with self.assertRaises(AssertionError, msg=text):
                self.holds("node", "tests/agree/validate.mjs", "templates/schema/settings.schema.json", bad)


if __name__ == "__main__":
    unittest.main()
