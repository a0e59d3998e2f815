"""What a run is likely to need, read from notebooks before what is slow to import is there.

It only decides what is done early: what is missed here is done when it is wanted.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_IMPORT = re.compile(r"^(?:from|import) ([A-Za-z_][\w.]*)", re.MULTILINE)
_SUITE = re.compile(r"""\bcheck(?:_unseen)?\(["'](\w+)\.""")


@dataclass(frozen=True)
class Likely:
    """``modules`` are what the release's own cells import, ``suites`` the files of its checks."""

    modules: tuple[str, ...] = ()
    suites: frozenset[str] = frozenset()


def read_likely(notebooks: Iterable[Path]) -> Likely:
    """What ``notebooks`` name, of those that can be read as notebooks."""
    modules: dict[str, None] = {}
    suites: set[str] = set()
    for path in notebooks:
        with suppress(OSError, ValueError, KeyError, TypeError, AttributeError):
            for mark, source in _code_cells(json.loads(path.read_bytes())):
                if not mark:
                    modules |= dict.fromkeys(_IMPORT.findall(source))
                suites.update(_SUITE.findall(source))
    return Likely(tuple(modules), frozenset(suites))


def _code_cells(notebook: Any) -> Iterable[tuple[bool, str]]:
    """For each code cell whether learners answer or are tested in it, and its source."""
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            mark = cell["metadata"].get("nbgrader", {})
            yield bool(mark.get("grade") or mark.get("solution")), "".join(cell["source"])
