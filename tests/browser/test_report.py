"""The report of a made-up repository with every rule in it, used in headless Chromium by run.mjs."""
import os
import pathlib
import subprocess
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/cli"))

from case import TANGLED, Case  # noqa: E402

SETTINGS = """history: { min_days: 0, min_files: 0, min_fixes: 0 }
rules:
  oversized-file: { attention: 40, critical: 200 }
  oversized-function: { attention: 20, critical: 60 }
  hotspot: { attention: 0.1, critical: 2 }
  fix-magnet: { attention: 3, critical: 8 }
"""


# Three copies, the second with other names, the third with a statement more; two files that need each other; a lost error.
COPY = """def {name}({rows}, limit):
    {total} = 0
    seen = set()
    for {row} in {rows}:
        if {row}.key in seen:
            continue
        seen.add({row}.key)
        if {row}.amount > limit:
            {total} += {row}.amount - limit
        else:
            {total} += {row}.amount * 2{more}
    return {total}, len(seen)
"""
PYTHON = {
    "app/__init__.py": "",
    "shop/__init__.py": "",
    "app/orders.py": "from app import stock\n\n\n" + COPY.format(name="bill", rows="rows", row="row", total="total", more=""),
    "app/stock.py": "from app import orders\n\n\n" + COPY.format(name="count", rows="lines", row="line", total="sum_of", more=""),
    "shop/cart.py": "from app import stock, orders\n\n\n" + COPY.format(name="fill", rows="items", row="item", total="price", more="\n        print({0})".format("item")),
    "shop/load.py": "from shop import cart\n\n\ndef load(path):\n    try:\n        return open(path).read()\n    except Exception:\n        pass\n\n\ndef main():\n    return cart.fill(load('a'), 1)\n",
}


class Browser(Case):
    def test_a_reader_can_use_the_report(self):
        names = [f"{top}/{below}/f{i}.c" for top in ("lib", "src", "tools") for below in ("net", "disk") for i in range(6)]
        self.make({".ardoise.yml": SETTINGS, **PYTHON})
        for day in range(60):
            self.environment["GIT_AUTHOR_DATE"] = self.environment["GIT_COMMITTER_DATE"] = f"{1700000000 + day * 86400 * 6} +0000"
            self.environment["GIT_AUTHOR_NAME"] = ["Ada", "Grace", "Zoé"][day % 3]
            name = names[day * day % len(names)] if day >= len(names) else names[day]
            text = "/* TODO: later */\n" + TANGLED.replace("tangled", f"tangled{day % 7}").replace("a > 2", f"a > {day}")
            self.commit({name: text + "".join(f"int plain{i}(int a) {{\n  return a + {i};\n}}\n" for i in range(day % 30))},
                        "fix a crash" if day % 3 else "Change it")
        done = self.ardoise("report", "repository", "--format", "html")
        self.assertEqual(done.returncode, 0, done.message)
        done = subprocess.run(["node", str(ROOT / "tests/browser/run.mjs"), str(self.folder / "ardoise-report/index.html")], cwd=ROOT,
                              env=os.environ, capture_output=True, text=True, timeout=500)
        print(done.stdout, done.stderr)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)


if __name__ == "__main__":
    if not os.path.exists("/proc/self/maps"):
        print("skipped: Chromium needs /proc, which is not mounted")
        sys.exit(77)
    unittest.main()
