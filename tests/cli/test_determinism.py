"""Same tree, settings and version: same bytes, whatever the threads, time zone, locale, folder and cache."""
import os
import shutil
import subprocess
import unittest

from case import TANGLED, Case


class Determinism(Case):
    def outputs(self, out):
        return {p.name: p.read_bytes() for p in sorted((self.folder / out).iterdir())}

    def report(self, out, *arguments, where=None, repository=None, **extra):
        done = self.ardoise("report", str(repository or self.repository), "--output", str(self.folder / out), *arguments, where=where, **extra)
        self.assertEqual(done.returncode, 0, done.message)
        return self.outputs(out)

    def locale(self, name):
        """A locale that exists, made for this test; LOCPATH and its name."""
        folder = self.folder / "locales"
        folder.mkdir(exist_ok=True)
        subprocess.run(["localedef", "-i", name, "-f", "UTF-8", str(folder / f"{name}.UTF-8")], check=False, capture_output=True)
        self.assertTrue((folder / f"{name}.UTF-8").is_dir(), "localedef made nothing: package locales")
        return {"LOCPATH": str(folder), "LC_ALL": f"{name}.UTF-8", "LANGUAGE": name}

    def setUp(self):
        super().setUp()
        self.make({f"src/f{i}.c": TANGLED.replace("tangled", f"tangled{i}") for i in range(40)})
        for i in range(30):
            self.environment["GIT_AUTHOR_DATE"] = self.environment["GIT_COMMITTER_DATE"] = f"{1700000000 + i * 86400 * 5} +0{i % 9}00"
            self.environment["GIT_AUTHOR_NAME"] = ["Ada", "Grace", "Zoé"][i % 3]
            self.commit({f"src/f{i}.c": TANGLED.replace("a > 3", f"a > {i}"), "src/É.py": f"a = {i}\n"}, "fix it" if i % 4 else "Change it")
        self.first = self.report("first", "--jobs", "1", "--no-cache")

    def assert_same(self, other):
        self.assertEqual(sorted(self.first), sorted(other))
        for name, data in self.first.items():
            self.assertTrue(data == other[name], f"{name} differs")

    def test_threads(self):
        self.assert_same(self.report("four", "--jobs", "4", "--no-cache"))

    def test_time_zones(self):
        self.assert_same(self.report("zone", "--no-cache", TZ="Pacific/Kiritimati"))
        self.assert_same(self.report("zone2", "--no-cache", TZ="America/St_Johns"))

    def test_locales(self):
        for name in ("fr_FR", "tr_TR"):
            self.assert_same(self.report(name, "--no-cache", **self.locale(name)))

    def test_working_folders_and_places_of_the_repository(self):
        (self.folder / "elsewhere").mkdir()
        self.assert_same(self.report("else", "--no-cache", where=self.folder / "elsewhere"))
        shutil.copytree(self.repository, self.folder / "a copy", symlinks=True)
        self.assert_same(self.report("copy", "--no-cache", repository=self.folder / "a copy"))
        self.assert_same(self.report("inside", "--no-cache", where=self.repository, repository="src"))

    def test_cold_warm_and_damaged_cache(self):
        self.assert_same(self.report("cold"))
        self.assert_same(self.report("warm"))
        stores = [p for p in (self.folder / "cache").rglob("*") if p.is_file()]
        self.assertTrue(stores)
        for path in stores:
            path.write_bytes(b"damaged" + path.read_bytes()[7:])
        self.assert_same(self.report("damaged"))

    def test_settings_that_change_the_facts_do_not_meet_the_old_cache(self):
        self.report("before")
        (self.folder / "other.yml").write_text("admitted: {patterns: ['a']}\nhistory: {lines_window_d: 10}\n")
        cached = self.report("cached", "--config", str(self.folder / "other.yml"))
        fresh = self.report("fresh", "--no-cache", "--config", str(self.folder / "other.yml"))
        self.assertEqual(cached["ardoise.json"], fresh["ardoise.json"])

    def test_the_clock(self):
        if not shutil.which("faketime"):
            os.utime(self.repository / "src/f1.c", (1, 1))
        self.assert_same(self.report("touched", "--no-cache"))


if __name__ == "__main__":
    unittest.main()
