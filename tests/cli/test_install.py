"""What `cmake --install` and the Debian package bring is whole. Gets the build folder in $ARDOISE_BUILD."""
import os
import subprocess
import unittest

from case import Case

BUILD = os.environ.get("ARDOISE_BUILD", "")


class Install(Case):
    def run_tool(self, *command, **extra):
        done = subprocess.run(command, cwd=self.folder, capture_output=True, text=True, env={**os.environ, **extra})
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        return done.stdout

    def test_the_installed_binary_needs_nothing_of_the_build(self):
        self.run_tool("cmake", "--install", BUILD, "--prefix", str(self.folder / "usr"))
        version = self.run_tool(str(self.folder / "usr/bin/ardoise"), "--version")
        self.assertTrue(version.startswith("ardoise "))
        self.make({"a.c": "int a;\n"})
        self.run_tool(str(self.folder / "usr/bin/ardoise"), "report", "repository", "--quiet", XDG_CACHE_HOME=str(self.folder / "cache"))
        self.assertTrue((self.folder / "ardoise-report/index.html").exists())

    def test_the_debian_package_names_the_libraries_it_needs(self):
        self.run_tool("cpack", "-G", "DEB", "--config", f"{BUILD}/CPackConfig.cmake", "-B", str(self.folder))
        package = str(next(self.folder.glob("*.deb")))
        depends = self.run_tool("dpkg-deb", "-f", package, "Depends")
        for library in ("libgit2-1.5", "libglib2.0-0", "libyaml-0-2", "libpcre2-8-0", "libsqlite3-0", "libxslt1.1", "libjansson4"):
            self.assertIn(library, depends)
        files = self.run_tool("dpkg-deb", "-c", package)
        for path in ("./usr/bin/ardoise", "./usr/share/doc/ardoise/copyright", "./usr/share/ardoise/schema/settings.schema.json"):
            self.assertIn(path, files)


if __name__ == "__main__":
    unittest.main()
