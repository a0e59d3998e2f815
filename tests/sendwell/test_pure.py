"""Ready for a browser: it imports and checks without processes, threads or compiled code."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = r"""
import importlib, os, pkgutil, signal, sys, threading
from importlib.machinery import ExtensionFileLoader, FileFinder, SourceFileLoader

# As where Python runs in a browser: none of these is there.
for name in ("subprocess", "multiprocessing", "fcntl", "resource", "_posixsubprocess"):
    sys.modules[name] = None
del signal.setitimer
def refuse(*_, **__): raise RuntimeError("no threads here")
threading.Thread.start = refuse
os.fork = os.posix_spawn = refuse

# Compiled modules of the standard library are there, others are not.
class Finder(FileFinder):
    def find_spec(self, fullname, target=None):
        if "site-packages" not in self.path:
            return super().find_spec(fullname, target)
        return FileFinder(self.path, (SourceFileLoader, [".py"])).find_spec(fullname, target)

compiled = (ExtensionFileLoader, importlib.machinery.EXTENSION_SUFFIXES)
sys.path_hooks.insert(0, Finder.path_hook(compiled, (SourceFileLoader, [".py"])))
sys.path_importer_cache.clear()

try:
    importlib.import_module("msgpack._cmsgpack")
except ImportError:
    pass
else:
    raise AssertionError("compiled modules are not kept out")

import sendwell
found = []
for module in pkgutil.walk_packages(sendwell.__path__, "sendwell."):
    if module.name.endswith("__main__"):
        continue
    importlib.import_module(module.name)
    found.append(module.name)
assert len(found) > 60, found
files = {n: getattr(m, "__file__", "") or "" for n, m in sys.modules.items()}
compiled = [n for n, file in files.items() if "site-packages" in file and file[-3:] != ".py"]
assert compiled == [], compiled

from sendwell.checks import check
names = {}
exec("def allowed(sent, now, limit, window):\n"
     "    return sum(now - window < t <= now for t in sent) < limit", names)
report = check("throttle.allowed", names)
assert report.passed, report.text()
assert "All 5 checks passed" in report._repr_html_()
assert not check("throttle.allowed", {"allowed": lambda *_: True}).passed
print("ready")
"""


def test_everything_imports_and_an_exercise_is_checked() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False
    )
    assert done.stdout == "ready\n", done.stderr[-2_000:]


def test_the_library_alone_imports_nothing_else() -> None:
    program = (
        "import sys, sendwell\n"
        "print(sorted({n.partition('.')[0] for n, m in sys.modules.items()"
        " if 'site-packages' in (getattr(m, '__file__', '') or '')} - {'_distutils_hack'}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"
