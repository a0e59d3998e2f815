"""The learner's objects, as the judge may touch them: by number, one operation at a time."""

from __future__ import annotations

import builtins
import linecache
import sysconfig
from collections import deque
from collections.abc import Iterable
from itertools import islice
from typing import Any

from fairmark import wire
from fairmark.untrusted.shell import safe_text

_BUILTIN_ERRORS = {
    value: name
    for name, value in vars(builtins).items()
    if isinstance(value, type) and issubclass(value, BaseException)
}
#: Where code lies that no learner wrote.
_NOT_THEIRS = (
    __file__.rpartition("/")[0],
    "<frozen ",
    *(sysconfig.get_path(kind) for kind in ("stdlib", "platlib", "purelib")),
)
_MUTABLE = frozenset({list, dict, set}) | wire.MAPPINGS


class Objects:
    """What was handed out as handles. One object keeps one number."""

    def __init__(self) -> None:
        self._known: dict[int, Any] = {}
        self._numbers: dict[int, int] = {}

    def handle(self, thing: Any) -> wire.Handle:
        """The handle of ``thing``, a new one if it has none."""
        number = self._numbers.get(id(thing))
        if number is None:
            number = len(self._known) + 1
            self._known[number] = thing
            self._numbers[id(thing)] = number
        name = type.__dict__["__name__"].__get__(type(thing))
        return wire.Handle(number, str(name)[:100])

    def resolve(self, handle: wire.Handle) -> Any:
        """What ``handle`` stands for."""
        return self._known[handle.id]


def record_error(error: BaseException) -> dict[str, str]:
    """What the judge may know of an exception: its builtin class, its words, the line."""
    kinds = type.__dict__["__mro__"].__get__(type(error))
    known = (_BUILTIN_ERRORS[kind] for kind in kinds if kind in _BUILTIN_ERRORS)
    nearest = next(known, "Exception")
    name = type.__dict__["__name__"].__get__(type(error))
    try:
        where = _where(error)
    except BaseException:
        where = ""
    return {
        "builtin": nearest,
        "kind": str(name)[:100],
        "message": safe_text(error),
        "where": where,
    }


def _where(error: BaseException) -> str:
    """The learner's line in which ``error`` came up, for example ``line 3: return 1 / 0``."""
    found = ""
    trace = error.__traceback__
    while trace is not None:
        filename = trace.tb_frame.f_code.co_filename
        if not filename.startswith(_NOT_THEIRS):
            line = linecache.getline(filename, trace.tb_lineno).strip()
            if line:
                found = f"line {trace.tb_lineno}: {line[:120]}"
        trace = trace.tb_next
    if not found and isinstance(error, SyntaxError) and error.lineno:
        found = f"line {error.lineno}: {safe_text((error.text or '').strip(), 120)}"
    return found


def holds_changes(value: Any) -> bool:
    """Whether a call can have changed this argument, so that the judge must see it again."""
    kind = type(value)
    if kind in _MUTABLE or kind.__module__ in ("numpy", "pandas"):
        return True
    return kind is tuple and any(holds_changes(item) for item in value)


def attribute(thing: Any, name: str) -> Any:
    """A public attribute; AttributeError for the others."""
    refuse_private(name)
    return getattr(thing, name)


def refuse_private(name: str) -> None:
    """AttributeError unless the attribute so called is public."""
    if name.startswith("_"):
        raise AttributeError(name)


def items(thing: Iterable[Any], most: int) -> list[Any]:
    """The first ``most`` items."""
    return list(islice(thing, most))


def kept(thing: object, most: int = 100_000) -> int:
    """How many values ``thing`` keeps in its containers, at any depth (bounded)."""
    count = 0
    seen: set[int] = set()
    waiting: deque[object] = deque([thing])
    while waiting and count < most:
        item = waiting.popleft()
        if id(item) in seen:
            continue
        seen.add(id(item))
        inside: list[object] = []
        if isinstance(item, dict):
            inside = [*item.keys(), *item.values()]
            count += len(item)
        elif isinstance(item, list | tuple | set | frozenset | deque):
            inside = list(item)
            count += len(item)
        elif not isinstance(item, type):
            inside = list(getattr(item, "__dict__", {}).values())
            slots = getattr(type(item), "__slots__", ())
            inside += [getattr(item, slot, None) for slot in slots if isinstance(slot, str)]
        waiting.extend(i for i in inside if not isinstance(i, int | float | str | bytes))
    return count
