"""Let ``nbgrader autograde`` and formgrader's buttons use fairmark: named in nbgrader_config.py."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

from nbgrader.converters import Autograde, GenerateFeedback
from nbgrader.converters.base import NbGraderException

#: Set this environment variable to "off", and nbgrader's own grading runs all the same.
SWITCH = "FAIRMARK_ADOPT"
#: What nbgrader's command line may say that a run of fairmark must agree with.
_FOLDERS = ("submitted_directory", "autograded_directory", "feedback_directory",
            "source_directory", "release_directory", "directory_structure")  # fmt: skip


def adopt(config: Any, *options: str) -> None:
    """Grade with fairmark in the course whose ``nbgrader_config.py`` calls this.

    ``config`` is what nbgrader's ``get_config()`` gives; ``options`` are options of ``fairmark
    grade``, as ``"--strict"``. Courses that do not call this are graded as before.
    """
    config.Fairmark.options = list(options)
    _take_over(Autograde)
    _take_over(GenerateFeedback)


def _take_over(converter: Any) -> None:
    """Let ``converter.start`` run fairmark where the configuration asks for it."""
    stock: Callable[[Any], None] = converter.start
    if hasattr(stock, "__wrapped__"):
        return

    @wraps(stock)
    def start(self: Any) -> None:
        if "Fairmark" in self.config and os.environ.get(SWITCH) != "off":
            _run(self, "feedback" if converter is GenerateFeedback else "grade")
        else:
            stock(self)

    converter.start = start


def _run(converter: Any, what: str) -> None:
    """Run ``fairmark grade`` or ``feedback`` in a process of its own; nbgrader's log tells of it.

    Raises NbGraderException if somebody got no verdict, or nothing could be graded.
    """
    directory = converter.coursedir
    if refusal := _disagreement(directory):
        converter.log.error(refusal)  # nbgrader's command says nothing of its own
        raise NbGraderException(refusal)
    command = [sys.executable, "-m", "fairmark.cli", what, f"--student={directory.student_id}",
               f"--course-dir={directory.root}"]  # fmt: skip
    if what == "grade":
        command += [*converter.config.Fairmark.options, *(["--force"] if converter.force else [])]
    with TemporaryFile("w+", encoding="utf-8") as said:
        running = subprocess.Popen(  # noqa: S603  (our own command)
            [*command, "--", directory.assignment_id],
            stdout=said,
            stderr=subprocess.PIPE,
            text=True,
            cwd=directory.root,
        )
        for line in running.stderr or ():  # as it comes: it may be waiting for another grader
            if line.strip() and not line.startswith("Grading "):
                converter.log.warning("fairmark: %s", line.rstrip())
        code = running.wait()
        said.seek(0)
        for line in said:
            converter.log.info("fairmark: %s", line.rstrip())
    if code == 0:
        return
    got, nothing = ("verdict", "graded") if what == "grade" else ("page", "written")
    why = f"somebody got no {got}" if code == 1 else f"nothing could be {nothing}"
    raise NbGraderException(f"fairmark: {why}; see the lines above.")


def _disagreement(directory: Any) -> str:
    """What only nbgrader's command line says, and fairmark would not do; "" if nothing is."""
    from fairmark.course import Course  # noqa: PLC0415  (it loads the file that is being loaded)

    if directory.notebook_id != "*":
        return "fairmark grades all notebooks of a submission together: leave --notebook out."
    course = Course(Path(directory.root))
    pairs = {"db_url": (directory.db_url, course.db_url)} | {
        name: (getattr(directory, name), getattr(course.directory, name)) for name in _FOLDERS
    }
    for name, (here, there) in pairs.items():
        if here != there:
            return (
                f"fairmark would use the {name} {there!r}, not {here!r}: write it in "
                "nbgrader_config.py instead of the command line."
            )
    return ""
