"""ardoise offboard: who is meant, what is said, in which format; and the people of the report."""
import json
import unittest

from case import Case

BRANCHES = "".join(f"    if a > {i}:\n        a += {i}\n" for i in range(12))


class Offboard(Case):
    def setUp(self):
        super().setUp()
        self.make()
        self.write("Ada Lovelace", "ada@one.example.net", {"core.py": f"def f(a):\n{BRANCHES}    return a\n", "shared.py": "a = 1\n"})
        self.write("Ada Lovelace", "ada@two.example.net", {"core.py": f"def f(a):\n{BRANCHES}    return a + 1\n"})
        self.write("Ben Bitdiddle", "ben@one.example.net", {"side.py": "b = 1\n"})
        self.write("Ben Bitdiddle", "ben@one.example.net", {"shared.py": "a = 2\n"})
        self.write("Alyssa Hacker", "alyssa@one.example.net", {"other.py": "c = 1\n"})

    def write(self, name, mail, files):
        self.environment.update(GIT_AUTHOR_NAME=name, GIT_AUTHOR_EMAIL=mail)
        self.commit(files)

    def test_files_that_lose_their_last_owner_are_listed_with_a_successor(self):
        text = self.expect(0, "", "offboard", "Ada Lovelace", "repository").stdout.decode()
        self.assertIn("If Ada Lovelace left: 2 of 3 people", text)
        self.assertIn("core.py", text)
        self.assertNotIn("side.py", text)

    def test_json_has_the_same(self):
        done = json.loads(self.ardoise("offboard", "ada@two.example.net", "repository", "--format", "json").stdout)
        self.assertEqual(done["people"], ["Ada Lovelace"])
        self.assertEqual([row["path"] for row in done["files"]], ["core.py"])
        self.assertEqual((done["people_here"]["before"], done["people_here"]["after"]), (3, 2))
        self.assertLessEqual(done["relearn_hours"]["low"], done["relearn_hours"]["high"])

    def test_markdown_has_tables(self):
        text = self.ardoise("offboard", "Ada Lovelace", "Ben Bitdiddle", "repository", "--format", "md").stdout.decode()
        self.assertIn("| `core.py` | ", text)
        self.assertIn("| `side.py` | ", text)

    def test_a_part_of_one_name_is_enough_and_of_two_is_not(self):
        self.expect(0, "", "offboard", "alyssa", "repository")
        self.expect(2, '"one.example.net" is ambiguous: 2 people', "offboard", "one.example.net", "repository")

    def test_an_unknown_name_tells_the_nearest(self):
        self.expect(2, 'nobody is called "Ada Lovelance"; the nearest name is "Ada Lovelace"', "offboard", "Ada Lovelance", "repository")

    def test_an_unknown_format_is_refused(self):
        self.expect(2, 'offboard has no format "xml"; there are text, json, md', "offboard", "Ada", "repository", "--format", "xml")

    def test_two_addresses_of_one_name_are_one_person_unless_settings_say_no(self):
        people = [row["author"] for row in self.json("repository")["people"]]
        self.assertEqual(len([name for name in people if "Ada" in name]), 1)
        (self.repository / ".ardoise.yml").write_text("people:\n  merge: false\n")
        people = [row["author"] for row in self.json("repository")["people"]]
        self.assertEqual(len([name for name in people if "Ada" in name]), 2)

    def test_pseudonyms_leave_no_name_in_any_file(self):
        (self.repository / ".ardoise.yml").write_text("people:\n  pseudonyms: true\n")
        self.assertEqual(self.ardoise("report", "repository", "--output", "out").returncode, 0)
        for path in (self.folder / "out").iterdir():
            bytes_ = path.read_bytes()
            for word in (b"Lovelace", b"Bitdiddle", b"Alyssa", b"example.net"):
                self.assertNotIn(word, bytes_, path.name)
        self.expect(2, "nobody is called", "offboard", "Ada Lovelace", "repository")


if __name__ == "__main__":
    unittest.main()
