"""Many calls in one round trip: what property checks are made of."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from fairmark import wire
from fairmark.untrusted import objects


def perform(
    names: dict[str, Any],
    pack: Callable[[Any], bytes],
    handle: Callable[[Any], wire.Handle],
    steps: list[list[Any]],
) -> list[Any]:
    """Make the steps in order, up to the first that fails.

    A step is ``[name, args, kwargs, calls, measure]``; its result ``[status, value, args,
    results, failure, kept]``, where ``args`` holds the new content of changed ones by position
    and ``value`` is None if there were calls; or the same packed at once.
    """
    done: list[Any] = []
    for name, args, kwargs, calls, measure in steps:
        if name not in names:
            done.append(["missing", None, {}, [], None, 0])
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
            if calls:  # it served its purpose
                value = None
            elif type(value).__module__ == "__main__":  # of a class of the learner's
                value = handle(value)
        except BaseException as error:
            failure = objects.record_error(error)
        try:
            changed = {n: args[n] for n, old in before.items() if pack(args[n]) != old}
            done.append(wire.settle([status, value, changed, results, failure, kept], pack))
        except wire.WireError as error:
            failure = {"builtin": "ValueError", "message": f"an answer cannot be read: {error}"}
            done.append(["raised", None, {}, [], failure, 0])
        if failure is not None:
            break
    return done
