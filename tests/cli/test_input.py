"""Input that is broken or hostile: each has its message or note, and its status; never a crash, never a partial file."""
import json
import os
import signal
import subprocess
import time
import unittest

from case import ARDOISE, TANGLED, Case


class Repositories(Case):
    def test_a_folder_that_is_no_repository(self):
        (self.folder / "plain").mkdir()
        self.expect(3, "plain", "report", "plain")
        self.assertFalse((self.folder / "ardoise-report").exists())

    def test_a_folder_that_does_not_exist(self):
        self.expect(3, "nowhere", "report", "nowhere")

    def test_a_repository_without_a_commit(self):
        self.make()
        self.expect(3, "commit", "report", "repository")

    def test_an_unknown_revision(self):
        self.make({"a.c": "int a;\n"})
        self.expect(3, "nope", "report", "repository", "--rev", "nope")
        self.expect(3, "nope", "check", "repository", "--base", "nope")

    def test_a_revision_that_is_no_commit(self):
        self.make({"a.c": "int a;\n"})
        self.expect(3, "HEAD:a.c", "report", "repository", "--rev", "HEAD:a.c")

    def test_a_bare_repository_is_read_at_its_head(self):
        self.make({"a.c": TANGLED, ".ardoise.yml": "team: {day_hours: 6}\n"})
        self.git("clone", "-q", "--bare", str(self.repository), "bare.git", where=self.folder)
        bare = self.ardoise("report", "bare.git", "--format", "json", "--output", "-")
        tree = self.ardoise("report", "repository", "--rev", "HEAD", "--format", "json", "--output", "-")
        self.assertEqual(bare.returncode, 0, bare.message)
        self.assertEqual(bare.stdout, tree.stdout)

    def test_a_shallow_clone_names_the_command_that_deepens_it(self):
        self.make({"a.c": "int a;\n"})
        self.commit({"a.c": "int b;\n"}, "Second")
        self.git("clone", "-q", "--depth", "1", f"file://{self.repository}", "shallow", where=self.folder)
        self.expect(3, "git fetch --unshallow", "report", "shallow")
        self.expect(3, "git fetch --unshallow", "check", "shallow", "--base", "HEAD")

    def test_unrelated_histories_have_no_base(self):
        self.make({"a.c": "int a;\n"})
        self.git("checkout", "-q", "--orphan", "other")
        self.commit({"b.c": "int b;\n"}, "Other")
        self.expect(3, "no common ancestor", "check", "repository", "--base", "main")

    def test_a_corrupted_pack_is_an_error_or_a_note(self):
        self.make({f"f{i}.c": f"int f{i};\n" * 200 for i in range(20)})
        self.commit({"f1.c": "int x;\n"}, "Second")
        self.git("gc", "-q")
        pack = next((self.repository / ".git/objects/pack").glob("*.pack"))
        data = bytearray(pack.read_bytes())
        for place in range(len(data) // 4, len(data) * 3 // 4):
            data[place] ^= 0x5A
        pack.chmod(0o644)
        pack.write_bytes(data)
        done = self.ardoise("report", "repository", "--rev", "HEAD")
        self.assertIn(done.returncode, (0, 3))
        if done.returncode == 0:
            notes = json.loads((self.folder / "ardoise-report/ardoise.json").read_text())["notes"]
            self.assertTrue(any("damaged" in n["reason"] or "corrupt" in n["reason"] or "read" in n["reason"] for n in notes), notes)
        else:
            self.assertFalse((self.folder / "ardoise-report").exists())

    def test_a_base_with_a_missing_object_cannot_be_compared(self):
        self.make({"a.c": TANGLED, "b.c": "int b;\n"})
        lost = self.git("rev-parse", "HEAD:a.c").decode().strip()
        (self.repository / ".git/objects" / lost[:2] / lost[2:]).unlink()
        self.expect(3, "that cannot be read: 1, so what is new", "check", "repository", "--base", "HEAD")

    def test_attributes_that_would_take_forever_are_not_asked(self):
        # git itself would not end on this file: the commit is made without its help.
        name, attributes = "a" * 200 + ".c", "*a" * 60 + "b linguist-generated -diff\n"
        self.make({name: "int a;\n"})
        self.commit({name: "int b;\n"}, "Second")
        self.git("fast-import", "--quiet", data=f"""commit refs/heads/hostile
committer Ada <ada@example.org> 1700000000 +0000
data 1
x
from refs/heads/main^0
M 100644 inline .gitattributes
data {len(attributes)}
{attributes}
""".encode())
        (self.repository / ".gitattributes").write_text(attributes)
        for revision in ([], ["--rev", "hostile"]):
            done = self.ardoise("report", "repository", "--format", "json", "--output", "-", "--no-cache", *revision)
            self.assertEqual(done.returncode, 0, done.message)
            reasons = [note["reason"] for note in json.loads(done.stdout)["notes"] if note["path"] == ".gitattributes"]
            self.assertTrue(any("more than five" in reason for reason in reasons), reasons)

    def test_attributes_that_are_a_pipe_do_not_hang(self):
        self.make({"a.c": "int a;\n", "d/.gitattributes": "*.c linguist-generated\n"})
        self.commit({"a.c": "int b;\n"}, "Second")
        os.mkfifo(self.repository / ".gitattributes")
        self.expect(0, "", "report", "repository", "--format", "json")

    def test_a_submodule_is_a_note(self):
        self.make({"x.c": "int x;\n"}, "inner")
        self.make({"a.c": "int a;\n"})
        self.git("submodule", "--quiet", "add", str(self.folder / "inner"), "inner")
        self.git("commit", "-q", "-m", "Add a submodule")
        report = self.json("repository")
        self.assertIn("inner", [note["path"] for note in report["notes"]])
        self.assertNotIn("inner/x.c", [file["path"] for file in report["files"]])

    def test_a_loop_of_links_is_a_note(self):
        self.make({"a.c": "int a;\n"})
        (self.repository / "one").symlink_to("two")
        (self.repository / "two").symlink_to("one")
        (self.repository / "out").symlink_to("/etc/passwd")
        (self.repository / "up").symlink_to("..")
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "Links")
        report = self.json("repository")
        self.assertEqual([file["path"] for file in report["files"]], ["a.c"])


class Files(Case):
    def test_hostile_names_reach_every_output_and_break_none(self):
        names = [b"<script>alert(1)</script>.c", b"a\nb.c", b"it's \"quoted\".c", b"]]>.c", b"\xff\xfe.c", b"a;b,c|d`e`.c", b"tab\there.c",
                 b"=1+1.c", b"\x1b[31mred.c", b"-dash.c", b"{name}.c", "\u202etxt.c".encode()]
        self.make({name: TANGLED for name in names})
        done = self.ardoise("report", "repository")
        self.assertEqual(done.returncode, 0, done.message)
        out = self.folder / "ardoise-report"
        self.assertEqual(len(json.loads((out / "ardoise.json").read_text())["files"]), len(names))
        for name in ("index.html", "junit.xml", "report.md", "backlog.csv"):
            (out / name).read_bytes().decode("utf-8")
        self.assertNotIn("<script>alert(1)", (out / "index.html").read_text())
        subprocess.run(["xmllint", "--noout", str(out / "junit.xml")], check=True)
        self.assertNotIn(b"\x1b[31m", done.stderr)

    def test_a_path_of_four_kibibytes(self):
        self.make({"a.c": "int a;\n"})
        stream = b"commit refs/heads/long\ncommitter Ada <a@b> 1700000000 +0000\ndata 4\nlong\nM 100644 inline " + \
            b"/".join([b"d" * 200] * 20) + b"/" + b"f" * 60 + b".c\ndata 7\nint a;\n\n"
        self.git("fast-import", "--quiet", data=stream)
        report = self.json("repository", "--rev", "long")
        self.assertEqual(len(report["files"][0]["path"]), 20 * 201 + 62)

    def test_a_file_of_200_megabytes_is_listed_not_read(self):
        self.make({"a.c": "int a;\n"})
        with open(self.repository / "huge.c", "wb") as file:
            file.truncate(200 * 1024 * 1024)
        report = self.json("repository")
        self.assertIn("huge.c", [note["path"] for note in report["notes"]])

    def test_a_hundred_thousand_nested_brackets(self):
        self.make({"deep.c": "int a[] = " + "{" * 100000 + "}" * 100000 + ";\n", "deep.js": "[" * 100000 + "]" * 100000,
                   "deep.py": "(" * 100000 + ")" * 100000, "deep.go": "package a\nvar x = " + "(" * 100000,
                   "Deep.java": "class A { int a = " + "(" * 100000 + ")" * 100000 + "; }", "deep.ts": "let a = " + "{a:" * 100000,
                   "deep.cpp": "int f() " + "{" * 100000})
        start = time.monotonic()
        report = self.json("repository", "--no-cache")
        self.assertEqual(len(report["files"]), 7)
        self.assertLess(time.monotonic() - start, 120)

    def test_empty_binary_and_oddly_encoded_files(self):
        self.make({"empty.c": b"", "nul.c": b"int a;\0\n", "latin.c": b"// \xe9\xe8\nint a;\n", "cr.c": b"int a;\rint b;\r",
                   "bom.c": b"\xef\xbb\xbfint a;\n", "utf16.c": "int a;\n".encode("utf-16"), "noeol.c": b"int a;"})
        report = self.json("repository")
        self.assertEqual(len(report["files"]), 7)

    def test_files_that_vanish_or_cannot_be_read_are_notes(self):
        self.make({"a.c": "int a;\n", "gone.c": "int b;\n"})
        (self.repository / "gone.c").unlink()
        os.mkfifo(self.repository / "pipe.c")
        report = self.json("repository")
        self.assertEqual([file["path"] for file in report["files"]], ["a.c"])


class Settings(Case):
    def test_a_broken_settings_file_names_file_line_key_and_the_nearest(self):
        self.make({"a.c": "int a;\n", ".ardoise.yml": "team:\n  hour_costs: 50\n"})
        self.expect(2, 'cannot use ".ardoise.yml", line 2: unknown key "team.hour_costs"; the nearest valid key is "team.hour_cost"',
                    "report", "repository")
        self.assertFalse((self.folder / "ardoise-report").exists())

    def test_a_settings_file_that_is_a_link_is_not_followed(self):
        self.make({"a.c": "int a;\n"})
        (self.repository / ".ardoise.yml").symlink_to("/etc/passwd")
        self.expect(2, "not a regular file", "report", "repository")

    def test_a_settings_file_that_is_a_pipe_does_not_hang(self):
        self.make({"a.c": "int a;\n"})
        os.mkfifo(self.repository / ".ardoise.yml")
        self.expect(2, "not a regular file", "report", "repository")

    def test_a_missing_config_file_is_named(self):
        self.make({"a.c": "int a;\n"})
        self.expect(2, 'cannot read settings "none.yml"', "report", "repository", "--config", "none.yml")

    def test_control_characters_do_not_reach_the_terminal(self):
        self.make({"a.c": "int a;\n", ".ardoise.yml": 'team: {"\\e[31mred": 1}\n'})
        done = self.expect(2, "unknown key", "report", "repository")
        self.assertNotIn(b"\x1b", done.stderr)


class Outputs(Case):
    def test_an_output_folder_that_is_a_file(self):
        self.make({"a.c": "int a;\n"})
        (self.folder / "taken").write_text("mine")
        self.expect(4, "taken", "report", "repository", "--output", "taken")
        self.expect(4, "taken", "report", "repository", "--output", "taken/below")
        self.assertEqual((self.folder / "taken").read_text(), "mine")

    def test_an_output_that_cannot_be_replaced(self):
        self.make({"a.c": "int a;\n"})
        (self.folder / "out/index.html").mkdir(parents=True)
        self.expect(4, "index.html", "report", "repository", "--output", "out")

    @unittest.skipIf(os.geteuid() == 0, "root may write anywhere")
    def test_a_folder_without_permission(self):
        self.make({"a.c": "int a;\n"})
        (self.folder / "closed").mkdir(mode=0o500)
        self.expect(4, "closed", "report", "repository", "--output", "closed")

    def test_a_full_disk(self):
        self.make({"a.c": "int a;\n"})
        script = f'ulimit -f 1; trap "" XFSZ; exec "{ARDOISE}" report repository --no-cache --output out'
        done = subprocess.run(["bash", "-c", script], cwd=self.folder, env=self.environment, capture_output=True)
        self.assertEqual(done.returncode, 4, done.stderr)
        self.assertEqual(sorted(p.name for p in (self.folder / "out").iterdir() if p.stat().st_size > 100), [])

    def test_killed_at_any_moment_leaves_no_partial_file(self):
        self.make({f"f{i}.c": TANGLED.replace("tangled", f"tangled{i}") for i in range(400)})
        whole = self.ardoise("report", "repository", "--output", "whole", "--no-cache", "--jobs", "1")
        self.assertEqual(whole.returncode, 0, whole.message)
        expected = {p.name: p.read_bytes() for p in (self.folder / "whole").iterdir()}
        start = time.monotonic()
        self.ardoise("report", "repository", "--output", "timed", "--no-cache", "--jobs", "1")
        took = time.monotonic() - start
        for part in range(1, 13):
            out = self.folder / f"out{part}"
            run = subprocess.Popen([ARDOISE, "report", "repository", "--output", out.name, "--no-cache", "--jobs", "1"], cwd=self.folder,
                                   env=self.environment, stderr=subprocess.DEVNULL)
            time.sleep(took * part / 11)
            run.send_signal(signal.SIGTERM if part % 2 else signal.SIGKILL)
            run.wait()
            for path in out.iterdir() if out.exists() else []:
                if not path.name.startswith(".") or path.name == ".gitignore":
                    self.assertEqual(path.read_bytes(), expected[path.name], f"{path.name} is partial")


if __name__ == "__main__":
    unittest.main()
