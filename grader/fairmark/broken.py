"""What is said of a Python file of the course's that does not work."""

from __future__ import annotations

from traceback import extract_tb

from sendwell.checks.words import describe


def does_not_work(error: Exception, ending: str) -> str:
    """``/c/nbgrader_config.py, line 3, does not work: NameError: ...``.

    The file is the last one, on the way to the error, whose path has this ending.
    """
    places = [(one.filename, one.lineno) for one in extract_tb(error.__traceback__)]
    if isinstance(error, SyntaxError):
        places.append((error.filename or "", error.lineno))
    found = [f"{file}, line {line}," for file, line in places if file.endswith(ending)]
    return f"{found[-1] if found else ending} does not work: {describe(error)}"
