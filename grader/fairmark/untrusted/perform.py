"""Many calls in one round trip: what property checks are made of."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from fairmark import wire
from fairmark.untrusted import objects


def perform(
    names: dict[str, Any], pack: Callable[[Any], bytes], steps: list[list[Any]]
) -> list[bytes]:
    """Make the steps in order, up to the first that fails; each result packed by itself.

    A step is ``[name, args, kwargs, calls, measure]``; its result ``[status, value, args,
    results, failure, kept]``, where ``args`` holds the new content of changed ones by position.
    """
    done: list[bytes] = []
    for name, args, kwargs, calls, measure in steps:
        if name not in names:
            done.append(pack(["missing", None, {}, [], None, 0]))
            break
        before = {n: pack(arg) for n, arg in enumerate(args) if objects.holds_changes(arg)}
        results: list[Any] = []
        status, value, kept, failure = "raised", None, 0, None
        try:
            value = names[name](*args, **kwargs)
            status = "value"
            for method, *given in calls:
                results.append(objects.attribute(value, method)(*given))
            kept = objects.kept(value) if measure else 0
        except BaseException as error:
            failure = objects.record_error(error)
        try:
            changed = {n: args[n] for n, old in before.items() if pack(args[n]) != old}
            packed = pack([status, value, changed, results, failure, kept])
        except wire.WireError as error:
            failure = {"builtin": "ValueError", "message": f"an answer cannot be read: {error}"}
            packed = pack(["raised", None, {}, [], failure, 0])
        done.append(packed)
        if failure is not None:
            break
    return done
