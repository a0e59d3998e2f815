"""What may come back from a child: each reply read with nothing taken on trust."""

from __future__ import annotations

import builtins
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from fairmark import wire, wire_plain

#: The largest value that crosses in either direction.
MESSAGE_BYTES = 64 << 20
_MOST_COUNT = 10**6
_MOST_RESULTS = 10_000
_MOST_TEXT = 1 << 24
#: Of what a cell shows: characters of a stream, of one form of an output, of all. More than what is
#: kept in the end, so that whoever shortens it can say so.
_MOST_STREAM, _MOST_FORM, _MOST_SHOWN = 1 << 20, 250_000, 9_000_000
_MOST_OF = {"image/png": 4_000_001, "image/jpeg": 4_000_001, "image/svg+xml": 1_000_001}
#: What a cell may show besides text streams. Markup is cleaned by whoever shows it again.
MIMES = frozenset(
    {
        "text/plain",
        "text/html",
        "text/markdown",
        "text/latex",
        "image/png",
        "image/jpeg",
        "image/svg+xml",
        "application/json",
        "application/vnd.sendwell.report+json",
    }
)


class Missing:
    """There is no such name."""

    def __repr__(self) -> str:
        return "MISSING"


MISSING = Missing()


@dataclass(frozen=True)
class Raised:
    """Learner code raised: the nearest builtin class, its own class, its words, the line."""

    builtin: str
    kind: str
    message: str
    where: str


@dataclass(frozen=True)
class Unreadable:
    """There was an answer, but none that can cross: ``reason`` says why."""

    reason: str


@dataclass(frozen=True)
class Reply:
    """``value``: plain data, a Handle, Raised, Unreadable or MISSING. ``printed`` meanwhile."""

    value: Any
    printed: str = ""
    limited: bool = False


@dataclass(frozen=True)
class CellResult:
    """What a cell showed, as nbformat's outputs. ``error`` is None if it ran to its end."""

    outputs: tuple[dict[str, Any], ...]
    success: bool
    error: Raised | None
    output_limit: bool
    execution_count: int | None


@dataclass(frozen=True)
class Packed:
    """Steps for ``Child.perform``, made ready once for all children.

    A step is (name, args, kwargs, calls, measure, turns): call ``name``, then of what that gives
    the methods in ``calls``, a name and then its arguments; ``measure`` asks how much it keeps.
    With ``turns`` (may be left out) several are made, and it says whose turn each call is.
    """

    steps: Sequence[Sequence[Any]]

    @cached_property
    def plain(self) -> bytes | None:
        """The steps in plain bytes; None if they hold more than plain values."""
        return wire_plain.pack([list(step) for step in self.steps])

    @cached_property
    def data(self) -> bytes:
        """The same for the general way. Raises WireError for what cannot cross."""
        return wire.encode([[list(step) for step in self.steps]], MESSAGE_BYTES)


@dataclass(frozen=True)
class Expected:
    """What steps must give: for each its value, and the results of its calls."""

    steps: Sequence[tuple[Any, list[Any]]]

    @cached_property
    def plain(self) -> bytes | None:
        """What comes back in brief if each step gives just that; None if it would not be brief."""
        each = [wire_plain.pack((value, results)) for value, results in self.steps]
        plain = [one for one in each if one is not None]
        return b"".join(plain) if len(plain) == len(each) else None

    @cached_property
    def data(self) -> bytes:
        """The same for the general way."""
        full = [["value", value, {}, results, None, 0] for value, results in self.steps]
        return wire.encode([wire.settle(one) for one in full], MESSAGE_BYTES)


@dataclass(frozen=True)
class StepDone:
    """What a step of ``perform`` gave; ``status`` is "value", "raised" or "missing"."""

    status: str
    value: Any
    args: tuple[Any, ...]
    results: tuple[Any, ...]
    failure: Raised | Unreadable | None
    kept: int


def in_brief(done: Sequence[StepDone]) -> bytes | None:
    """The steps' answer as it would have come in brief; None if it could not have."""
    each = [
        wire_plain.pack((one.value, [*one.results]))
        for one in done
        if one.status == "value" and one.failure is None
    ]
    plain = [one for one in each if one is not None]
    return b"".join(plain) if len(plain) == len(done) else None


@dataclass(frozen=True)
class Usage:
    """What a child used, seen from outside."""

    reason: str = ""
    status: int | None = None
    peak_bytes: int = 0
    cpu_seconds: float = 0.0


def copy_back(ours: Any, theirs: Any) -> None:
    """Give ``ours`` the content of ``theirs``, where both are of one mutable kind."""
    kind = type(ours)
    if kind is not type(theirs):
        return
    if kind is list:
        ours[:] = theirs
    elif kind is set:
        ours.clear()
        ours.update(theirs)
    elif kind is dict or kind in wire.MAPPINGS:
        wire.fill(ours, theirs)
    elif kind is tuple:
        for one, other in zip(ours, theirs, strict=False):
            copy_back(one, other)
    elif kind.__module__ == "numpy" and ours.shape == theirs.shape and ours.dtype == theirs.dtype:
        ours[...] = theirs
    elif kind.__name__ == "DataFrame" and kind.__module__.startswith("pandas"):
        ours.drop(ours.index, inplace=True)
        ours.drop(columns=list(ours.columns), inplace=True)
        for name in theirs.columns:
            ours[name] = theirs[name]


def well_formed(
    reply: list[Any], nonce: bytes
) -> tuple[str, bytes, list[tuple[Any, bytes]], str, bool]:
    """The parts of a reply; WireError if it is none, or no reply to this request."""
    if len(reply) != 6 or type(reply[0]) is not bytes:
        raise wire.WireError("no reply")
    if not secrets.compare_digest(reply[0], nonce):
        raise wire.WireError("a reply to another request")
    _, status, value, changed, printed, limited = reply
    if [type(status), type(value), type(printed), type(limited)] != [str, bytes, str, bool]:
        raise wire.WireError("no reply")
    if type(changed) is not list or len(changed) > 1_000:
        raise wire.WireError("no reply")
    pairs: list[tuple[Any, bytes]] = []
    for pair in changed:
        if type(pair) is not list or len(pair) != 2 or type(pair[1]) is not bytes:
            raise wire.WireError("no reply")
        pairs.append((pair[0], pair[1]))
    return status, value, pairs, printed[:_MOST_TEXT], limited


def _text(value: Any, most: int) -> str:
    return value[:most] if type(value) is str else ""


def failure(found: Any) -> Raised | Unreadable:
    """What a record of an exception says, in bounds; Unreadable if it is none."""
    if type(found) is not dict:
        return Unreadable(_text(found, 500))
    builtin = _text(found.get("builtin"), 100)
    known = getattr(builtins, builtin, None)
    if not (isinstance(known, type) and issubclass(known, BaseException)):
        builtin = "Exception"
    kind, message, where = (
        _text(found.get(key), most)
        for key, most in (("kind", 100), ("message", 2_000), ("where", 300))
    )
    return Raised(builtin, kind, message, where)


def cell_result(found: Any) -> CellResult:
    """A cell's result with nothing in it but what nbformat knows."""
    if type(found) is not dict:
        raised = found if isinstance(found, Raised) else Raised("Exception", "", "no result", "")
        return CellResult((), False, raised, False, None)
    outputs = found.get("outputs")
    shown = _outputs(outputs[:_MOST_RESULTS]) if type(outputs) is list else ()
    error = found.get("error")
    problem = failure(error) if type(error) is dict else None
    if isinstance(problem, Unreadable):
        problem = Raised("Exception", "", problem.reason, "")
    return CellResult(
        shown,
        found.get("success") is True and problem is None,
        problem,
        found.get("limited") is True,
        _count(found.get("execution_count")),
    )


def _outputs(found: list[Any]) -> tuple[dict[str, Any], ...]:
    """The outputs that are any, until they are too much for one cell."""
    kept: list[dict[str, Any]] = []
    room = _MOST_SHOWN
    for one in map(_output, found):
        if one is not None:
            kept.append(one)
            room -= size_of(one)
            if room < 0:
                break
    return tuple(kept)


def size_of(output: Mapping[str, Any]) -> int:
    """How many characters an output of one's own making has, and some for its form."""
    texts = output.get("data") or {"": output.get("text", "")}
    return sum(map(len, [*texts.values(), *output.get("traceback", ())])) + 100


def _output(found: Any) -> dict[str, Any] | None:
    if type(found) is not dict:
        return None
    kind = found.get("output_type")
    if kind == "stream":
        name = "stderr" if found.get("name") == "stderr" else "stdout"
        return {
            "output_type": "stream",
            "name": name,
            "text": _text(found.get("text"), _MOST_STREAM),
        }
    if kind == "error":
        lines = found.get("traceback")
        return {
            "output_type": "error",
            "ename": _text(found.get("ename"), 200),
            "evalue": _text(found.get("evalue"), 2_000),
            "traceback": [_text(line, 2_000) for line in lines] if type(lines) is list else [],
        }
    data, metadata = found.get("data"), found.get("metadata")
    if kind not in ("display_data", "execute_result") or type(data) is not dict:
        return None
    kept = {
        mime: _text(text, _MOST_OF.get(mime, _MOST_FORM))
        for mime, text in data.items()
        if mime in MIMES
    }
    sizes = {
        mime: {
            key: number
            for key, number in facts.items()
            if key in ("width", "height") and _is_size(number)
        }
        for mime, facts in (metadata.items() if type(metadata) is dict else ())
        if mime in MIMES and type(facts) is dict
    }
    output: dict[str, Any] = {"output_type": kind, "data": kept, "metadata": sizes}
    if kind == "execute_result":
        output["execution_count"] = _count(found.get("execution_count"))
    return output


def _is_size(number: Any) -> bool:
    """Whether it can be a picture's width; numbers that cannot be written down are none."""
    return type(number) in (int, float) and 0 < number < _MOST_COUNT


def _count(number: Any) -> int | None:
    return number if type(number) is int and 0 <= number < _MOST_COUNT else None
