"""What a learner has passed, in one small file on their own machine.

The file is ``sendwell/progress.json`` in the user's data folder, or what SENDWELL_PROGRESS names;
an empty SENDWELL_PROGRESS keeps nothing. Nothing is kept while nbgrader grades.

``{"version": 1, "passed": {"throttle.allowed": ["a title", "another title"]}}``
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from sendwell.files import replace_file

VERSION = 1
VARIABLE = "SENDWELL_PROGRESS"
#: A file that somebody brings back is no larger than this many bytes.
MOST = 1 << 20

#: Exercise -> titles of the checks passed, sorted.
Passed = dict[str, list[str]]

SET_ASIDE = "Your progress so far could not be read. It is kept as {name}, and a new file is begun."
NOT_PROGRESS = "This is not a file that Sendwell's progress was saved in ({why}). Nothing changed."
TOO_NEW = "it is of version {version}, and this Sendwell knows version {known}"
TOO_LARGE = "it is larger than a megabyte"


class ProgressError(ValueError):
    """A file that is no progress; the message is for the learner."""


def progress_file(environment: Mapping[str, str] = os.environ) -> Path | None:
    """Where progress is kept; None if it is not to be kept."""
    if environment.get("NBGRADER_EXECUTION"):
        return None
    if VARIABLE in environment:
        return Path(environment[VARIABLE]) if environment[VARIABLE] else None
    data = environment.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(data) / "sendwell" / "progress.json"


def from_text(text: str) -> Passed:
    """What a saved text says. Raises ProgressError with a sentence."""
    try:
        return _parsed(text)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        why = str(error) if type(error) is ValueError else type(error).__name__
        raise ProgressError(NOT_PROGRESS.format(why=why)) from error


def _parsed(text: str) -> Passed:
    if len(text) > MOST:
        raise ValueError(TOO_LARGE)
    kept = json.loads(text)
    version = kept["version"]
    if type(version) is not int or version > VERSION:
        raise ValueError(TOO_NEW.format(version=version, known=VERSION))
    return {
        _word(exercise): sorted({_word(title) for title in _list(titles)})
        for exercise, titles in kept["passed"].items()
    }


def to_text(passed: Mapping[str, Iterable[str]]) -> str:
    """The text to save; the same progress gives the same text."""
    kept = {exercise: sorted(titles) for exercise, titles in passed.items()}
    return json.dumps({"version": VERSION, "passed": kept}, indent=1, sort_keys=True) + "\n"


def read(file: Path) -> Passed:
    """What is kept in ``file``. Empty if there is no readable one."""
    try:
        return from_text(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}


def merge(file: Path, passed: Mapping[str, Iterable[str]]) -> Path | None:
    """Add what was passed to ``file``; nothing is ever taken away.

    The file is replaced in one step, and notebooks that do so at once wait for each other. One that
    cannot be read is set aside: then its new name is returned. Raises OSError where nothing can be
    written.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    with _alone(file):
        aside = None
        try:
            known = from_text(file.read_text(encoding="utf-8"))
        except FileNotFoundError:
            known = {}
        except ValueError:
            known, aside = {}, _set_aside(file)
        for exercise, titles in passed.items():
            known[exercise] = sorted({*known.get(exercise, []), *titles})
        replace_file(file, to_text(known))
    return aside


def remember(exercise: str, titles: Iterable[str]) -> None:
    """Add to the learner's own file; where that cannot be, a check goes on without."""
    file = progress_file()
    passed = list(titles)
    if file is not None and passed:
        with suppress(OSError):
            aside = merge(file, {exercise: passed})
            if aside is not None:
                print(SET_ASIDE.format(name=aside))


def _word(value: object) -> str:
    if type(value) is not str:
        raise TypeError
    return value


def _list(value: object) -> list[object]:
    if type(value) is not list:
        raise TypeError
    return value


def _set_aside(file: Path) -> Path:
    number = 1
    while (aside := file.with_name(f"{file.stem}.damaged-{number}.json")).exists():
        number += 1
    return file.replace(aside)


@contextmanager
def _alone(file: Path) -> Iterator[None]:
    """Keep other notebooks from changing the file meanwhile, where the system can do that."""
    try:
        import fcntl  # noqa: PLC0415  (not on Windows, not in a browser)
    except ImportError:
        yield
        return
    with file.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
