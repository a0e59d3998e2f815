"""Many calls in one round trip: what property checks are made of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import repeat
from typing import Any, TypeAlias

from fairmark import wire, wire_plain
from fairmark.untrusted import objects

#: What a step gave: plain bytes of ``(value, results)``, or all of it as `in_full` says.
StepResult: TypeAlias = tuple[bytes | None, Any]


def perform(
    names: dict[str, Any],
    pack: Callable[[Any], bytes],
    handle: Callable[[Any], wire.Handle],
    steps: Iterable[list[Any]],
) -> list[StepResult]:
    """Make the steps in order, up to the first that fails.

    A step is ``[name, args, kwargs, calls, measure, turns]``, see ``replies.Packed``. What it gave
    is packed at once, before a later one can change it.
    """

    def snapshot(value: Any) -> bytes:
        return wire_plain.pack(value) or pack(value)

    done: list[StepResult] = []
    for name, args, *more in steps:
        if name not in names:
            done.append((None, ["missing", None, {}, [], None, 0]))
            break
        before = {n: snapshot(arg) for n, arg in enumerate(args) if objects.holds_changes(arg)}
        status, value, results, failure, kept = _make(names[name], handle, args, *more)
        try:
            changed = {n: args[n] for n, old in before.items() if snapshot(args[n]) != old}
            brief = None
            if not (changed or failure or kept):
                brief = wire_plain.pack((value, results))
            whole = [status, value, changed, results, failure, kept] if brief is None else None
            done.append((brief, whole and wire.settle(whole, pack)))
        except wire.WireError as error:
            failure = {"builtin": "ValueError", "message": f"an answer cannot be read: {error}"}
            done.append((None, ["raised", None, {}, [], failure, 0]))
        if failure is not None:
            break
    return done


def _make(
    function: Any,
    handle: Callable[[Any], wire.Handle],
    args: list[Any],
    kwargs: dict[str, Any],
    calls: list[tuple[Any, ...]],
    measure: bool,  # noqa: FBT001
    turns: Sequence[int] = (),
) -> tuple[str, Any, list[Any], dict[str, str] | None, int]:
    """One step: its status, value and results, what was raised, and how much is kept."""
    results: list[Any] = []
    status, value, kept = "raised", None, 0
    try:
        value = function(*args, **kwargs)
        made = [value, *(function(*args, **kwargs) for _ in range(max(turns, default=0)))]
        status = "value"
        for method in {call[0] for call in calls}:
            objects.refuse_private(method)
        for turn, call in zip(turns or repeat(0), calls, strict=False):
            results.append(getattr(made[turn], call[0])(*call[1:]))
        kept = objects.kept(value) if measure else 0
        if calls:  # it served its purpose
            value = None
        elif type(value).__module__ == "__main__":  # of a class of the learner's
            value = handle(value)
    except BaseException as error:
        return status, value, results, objects.record_error(error), kept
    return status, value, results, None, kept


def in_brief(done: list[StepResult]) -> bytes | None:
    """All that the steps gave, if that is plain: one after the other. None if it is not."""
    briefs = [brief for brief, _ in done if brief is not None]
    return b"".join(briefs) if len(briefs) == len(done) else None


def in_full(done: list[StepResult], pack: Callable[[Any], bytes]) -> list[Any]:
    """For each step ``[status, value, args, results, failure, kept]``, or the same packed.

    ``args`` holds the new content of changed ones by position; ``value`` is None if there were
    calls.
    """
    full = []
    for brief, whole in done:
        if brief is None:
            full.append(whole)
        else:
            value, results = wire_plain.unpack(brief)
            full.append(wire.settle(["value", value, {}, results, None, 0], pack))
    return full
