"""What the tests of the command line share: a folder of their own, git without the machine's settings, ardoise."""
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

ARDOISE = os.environ.get("ARDOISE", str(pathlib.Path(__file__).resolve().parents[2] / "build/ardoise"))

# Cognitive complexity by SonarSource's paper: 1 + 2 + … + 11 = 66, for eleven ifs, each inside the other.
TANGLED = "int tangled(int a) {\n" + "".join("  " * (i + 1) + f"if (a > {i}) {{\n" for i in range(11)) + "a++;\n" + "}" * 11 + "\n  return a;\n}\n"


class Case(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="ardoise-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.environment = {
            "PATH": os.environ["PATH"], "HOME": str(self.folder), "XDG_CACHE_HOME": str(self.folder / "cache"),
            "GIT_CONFIG_NOSYSTEM": "1", "GIT_AUTHOR_NAME": "Ada", "GIT_AUTHOR_EMAIL": "ada@example.org",
            "GIT_COMMITTER_NAME": "Ada", "GIT_COMMITTER_EMAIL": "ada@example.org",
            "GIT_AUTHOR_DATE": "1700000000 +0000", "GIT_COMMITTER_DATE": "1700000000 +0000",
        }
        for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS"):
            if name in os.environ:
                self.environment[name] = os.environ[name]

    def git(self, *arguments, where=None, data=None):
        return subprocess.run(["git", "-c", "init.defaultBranch=main", "-c", "protocol.file.allow=always", *arguments],
                              cwd=where or self.repository, env=self.environment, input=data, check=True, capture_output=True).stdout

    def make(self, files=None, name="repository"):
        """A repository with one commit of these files; bytes or text."""
        self.repository = self.folder / name
        self.repository.mkdir()
        self.git("init", "-q")
        if files is not None:
            self.commit(files)
        return self.repository

    def commit(self, files, message="First"):
        for path, content in files.items():
            place = os.path.join(os.fsencode(self.repository), os.fsencode(path))
            os.makedirs(os.path.dirname(place), exist_ok=True)
            with open(place, "wb") as file:
                file.write(content if isinstance(content, bytes) else content.encode())
        self.git("add", "-A")
        self.git("commit", "-q", "-m", message)

    def ardoise(self, *arguments, where=None, **extra):
        done = subprocess.run([ARDOISE, *arguments], cwd=where or self.folder, env={**self.environment, **extra},
                              capture_output=True, timeout=300)
        done.message = done.stderr.decode(errors="replace")
        self.assertIn(done.returncode, range(5), f"not a status of ours: {done.returncode}\n{done.message}")
        return done

    def expect(self, status, message, *arguments, **extra):
        done = self.ardoise(*arguments, **extra)
        self.assertEqual(done.returncode, status, done.message)
        self.assertIn(message, done.message)
        return done

    def json(self, *arguments):
        """The report of a repository as its JSON."""
        done = self.ardoise("report", *arguments, "--format", "json", "--output", "-")
        self.assertEqual(done.returncode, 0, done.message)
        return json.loads(done.stdout)
