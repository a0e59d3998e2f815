"""The folder in which judges work: the instructor's helper files and modules lie there."""

from __future__ import annotations

import os
import sys
from pathlib import Path


class Dismissed(SystemExit):
    """Whoever grades has ended this judge; no test may count that as its own."""


#: Modules that the instructor's files define, by their names.
_MODULES: set[str] = set()


def work_in(folder: Path) -> None:
    """Let this process, and the judges that it forks, read and import what lies in ``folder``."""
    os.chdir(folder)
    sys.path.insert(0, str(folder))
    _MODULES.update(p.stem for p in folder.glob("*.py") if p.stem not in sys.modules)
    _MODULES.update(p.name for p in folder.iterdir() if p.is_dir() and p.name not in sys.modules)


def forget_modules() -> None:
    """Let each submission find the instructor's modules as they are, not as a test left them."""
    if _MODULES:
        for name in [one for one in sys.modules if one.partition(".")[0] in _MODULES]:
            del sys.modules[name]
