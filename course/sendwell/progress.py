"""What a learner has passed, in one small file on their own machine.

The file is ``sendwell/progress.json`` in the user's data folder, or what SENDWELL_PROGRESS names;
an empty SENDWELL_PROGRESS keeps nothing. Nothing is kept while nbgrader grades.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

VERSION = 1
VARIABLE = "SENDWELL_PROGRESS"


def progress_file(environment: Mapping[str, str] = os.environ) -> Path | None:
    """Where progress is kept; None if it is not to be kept."""
    if environment.get("NBGRADER_EXECUTION"):
        return None
    if VARIABLE in environment:
        return Path(environment[VARIABLE]) if environment[VARIABLE] else None
    data = environment.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(data) / "sendwell" / "progress.json"


def read(file: Path) -> dict[str, list[str]]:
    """Exercise -> titles of the checks passed, sorted. Empty if there is no readable file."""
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))
        return {str(name): sorted(map(str, titles)) for name, titles in kept["passed"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def add(file: Path, exercise: str, titles: Iterable[str]) -> None:
    """Note that these checks of ``exercise`` were passed; what was passed before stays.

    The file is replaced in one step. One that cannot be read is set aside as ``*.damaged``.
    Raises OSError where nothing can be written.
    """
    passed = read(file)
    if not passed and file.exists():
        file.replace(file.with_suffix(".damaged"))
    passed[exercise] = sorted({*passed.get(exercise, []), *titles})
    file.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps({"version": VERSION, "passed": passed}, indent=1, sort_keys=True)
    number, name = tempfile.mkstemp(dir=file.parent, prefix=file.name)
    try:
        with os.fdopen(number, "w", encoding="utf-8") as new:
            new.write(text + "\n")
        Path(name).replace(file)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


def remember(exercise: str, titles: Iterable[str]) -> None:
    """Add to the learner's own file; where that cannot be, a check goes on without."""
    file = progress_file()
    passed = list(titles)
    if file is not None and passed:
        with suppress(OSError):
            add(file, exercise, passed)
