"""What a learner raised, as an exception that the judge can raise."""

from __future__ import annotations

import ast
import builtins
from contextlib import suppress

from fairmark.replies import Raised

#: The words of a KeyError that are longer are not read as a key.
_LONGEST_KEY = 200


def exception(raised: Raised) -> Exception:
    """What the learner raised, as the nearest builtin exception, with their words."""
    message = raised.message
    if raised.kind and raised.kind != raised.builtin:
        message = f"{raised.kind}: {message}" if message else raised.kind
    kind = getattr(builtins, raised.builtin, Exception)
    ends = not (isinstance(kind, type) and issubclass(kind, Exception))
    if ends or issubclass(kind, StopIteration | StopAsyncIteration):
        # SystemExit and KeyboardInterrupt would end the judge, StopIteration its loop over cases.
        kind, message = RuntimeError, f"{raised.builtin}: {raised.message}"
    error: Exception
    try:
        error = _missing_key(message) if kind is KeyError else kind(message)
    except TypeError:
        error = Exception(f"{raised.builtin}: {raised.message}")
    error.learners_line = raised.where  # type: ignore[attr-defined]
    return error


def words_of(error: BaseException) -> str:
    """What an error says; "" if it cannot, as of a number too long for Python to write out."""
    try:
        return str(error)
    except Exception:
        return ""


def _missing_key(message: str) -> KeyError:
    """A KeyError that says ``message``: its words are the repr of what it is made with."""
    with suppress(ValueError, SyntaxError, TypeError, MemoryError, RecursionError):
        error = KeyError(ast.literal_eval(message[:_LONGEST_KEY]))
        if str(error) == message:
            return error
    return _Worded(message)


class _Worded(KeyError):
    """A KeyError whose words are its argument, not the repr of it."""

    def __str__(self) -> str:
        return str(self.args[0])


_Worded.__name__ = "KeyError"
