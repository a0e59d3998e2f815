"""A time line: place sends on it, slide a window over them, compare two rules.

A *fixed* window starts its counter anew at each multiple of ``window``, so it can admit twice the
limit around a boundary. A *sliding* window looks back from every send, so it cannot.

All times are integers, in milliseconds. ``timeline.js`` holds the same logic, so that the picture
goes on working without a kernel; a test keeps the two in agreement.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from itertools import pairwise
from pathlib import Path
from typing import Any

import traitlets

from sendwell.checks.answers import answers
from sendwell.throttle import fullest_window
from sendwell.widgets.timeline_strings import STRINGS, counted, fill, seconds
from sendwell.widgets.touchable import Touchable

RULES = ("fixed", "sliding")
_STATE = ("sends", "limit", "window", "span", "step", "position", "rule")
_COLUMNS = ("number", "time", "admitted", "in_window")
_HERE = Path(__file__).parent


@answers("throttle")
def admitted(sends: Sequence[int], limit: int, window: int, rule: str) -> list[bool]:
    """Say which sends a rule admits, in order.

    "fixed": at most ``limit`` sends in each [k * window, (k + 1) * window).
    "sliding": at most ``limit`` admitted sends in every (now - window, now].
    With both, a refused attempt does not count.

    Args:
        sends: times in ms, in order; equal times are judged one after the other.
        limit: how many sends a window may hold, 1 or more.
        window: length in ms, 1 or more.
        rule: "fixed" or "sliding".

    Returns:
        One bool a send: True where it is admitted.

    >>> admitted([9_000, 9_500, 10_000], limit=2, window=10_000, rule="fixed")
    [True, True, True]
    >>> admitted([9_000, 9_500, 10_000], limit=2, window=10_000, rule="sliding")
    [True, True, False]

    Raises:
        ValueError: for a value outside these bounds, or sends out of order.

    """
    _need_whole("limit", limit, 1)
    _need_whole("window", window, 1)
    _need_rule(rule)
    _need_order(sends)
    return [*(_fixed if rule == "fixed" else _sliding)(sends, limit, window)]


@answers("throttle")
def in_window(sends: Sequence[int], position: int, window: int) -> int:
    """Count the ``sends`` (ms) in (position - window, position].

    >>> in_window([0, 5_000, 10_000], position=10_000, window=10_000)
    2
    """
    return sum(position - window < sent <= position for sent in sends)


@answers("throttle")
def boundary_burst(limit: int, window: int) -> list[int]:
    """Make 2 x ``limit`` sends (ms) around a boundary, all of which a fixed window admits.

    They lie within one moving window, so it holds twice the limit (``window`` of 2 ms or more).

    >>> boundary_burst(limit=3, window=10_000)
    [9400, 9600, 9800, 10000, 10200, 10400]
    """
    gap = min(window // 50, (window - 1) // (2 * limit - 1))
    before = [window - max(gap * back, 1) for back in range(limit, 0, -1)]
    return before + [window + gap * after for after in range(limit)]


class Timeline(Touchable):
    """A time line on which a learner places sends and slides a window.

    Args:
        sends: times in ms, each from 0 to ``span``; put in order; equal times allowed.
        limit: how many sends a window may hold, 1 or more.
        window: length of a window in ms, 1 or more.
        span: length of the line in ms, 1 or more; the line starts at 0.
        step: how far an arrow key moves, in ms, 1 or more; clicks snap to it.
        position: right end of the moving window in ms, from 0 to ``span``; the window shown is
            (position - window, position].
        rule: "fixed" or "sliding".

    Raises:
        ValueError: one sentence that says which value is wrong. The same holds when a trait is
            assigned later.

    """

    _esm = _HERE / "timeline.js"
    _css = _HERE / "timeline.css"

    sends = traitlets.List(traitlets.Int()).tag(sync=True)
    limit = traitlets.Int(3).tag(sync=True)
    window = traitlets.Int(10_000).tag(sync=True)
    span = traitlets.Int(40_000).tag(sync=True)
    step = traitlets.Int(500).tag(sync=True)
    position = traitlets.Int(10_000).tag(sync=True)
    rule = traitlets.Unicode("fixed").tag(sync=True)
    strings = traitlets.Dict(default_value=STRINGS["en"]).tag(sync=True)

    def __init__(
        self,
        sends: Iterable[int] = (),
        limit: int = 3,
        window: int = 10_000,
        span: int = 40_000,
        step: int = 500,
        position: int = 10_000,
        rule: str = "fixed",
    ) -> None:
        state = {
            "sends": list(sends) if isinstance(sends, Iterable) else sends,
            "limit": limit,
            "window": window,
            "span": span,
            "step": step,
            "position": position,
            "rule": rule,
        }
        _check_state(state)
        super().__init__(**state)

    @traitlets.validate(*_STATE)  # type: ignore[untyped-decorator]
    def _valid(self, proposal: Any) -> Any:
        name, value = proposal["trait"].name, proposal["value"]
        _check_state({key: getattr(self, key) for key in _STATE} | {name: value})
        return sorted(value) if name == "sends" else value

    def table(self) -> str:
        """Give the text twin as a Markdown table, one row a send, under the current rule.

        Columns: number from 1, time in s, admitted (yes or no), and how many admitted sends lie
        in the window that ends at this time.
        """
        lines = [self._header(), ["---:", "---:", "---", "---:"], *self._rows()]
        return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"

    def sentence(self) -> str:
        """Say in one or two sentences what the picture says."""
        text = self.strings
        verdicts = admitted(self.sends, self.limit, self.window, self.rule)
        rule = {
            "rule": text[f"rule.{self.rule}"],
            "limit": self.limit,
            "window": seconds(text, self.window),
        }
        if not self.sends:
            return fill(text, "sentence.empty", **rule)
        times = _admitted_times(self.sends, verdicts)
        inside = in_window(times, self.position, self.window)
        most, end = fullest_window(times, self.window)
        first = fill(
            text,
            "sentence.rule",
            **rule,
            placed=counted(text, "placed", len(self.sends)),
            admitted=counted(text, "admitted", len(times)),
            refused=counted(text, "refused", len(self.sends) - len(times)),
        )
        verdict = "verdict.over" if most > self.limit else "verdict.within"
        second = fill(
            text,
            "sentence.window",
            position=seconds(text, self.position),
            inside=counted(text, "admitted_sends", inside),
            refused=counted(
                text, "refused", in_window(self.sends, self.position, self.window) - inside
            ),
            end=seconds(text, end),
            most=most,
            verdict=fill(text, verdict, limit=self.limit),
        )
        return f"{first} {second}"

    def __repr__(self) -> str:
        """Give the call that makes an equal time line."""
        return f"Timeline({', '.join(f'{key}={getattr(self, key)!r}' for key in _STATE)})"

    def _header(self) -> list[str]:
        return [self.strings[f"table.{name}"] for name in _COLUMNS]

    def _rows(self) -> list[list[str]]:
        verdicts = admitted(self.sends, self.limit, self.window, self.rule)
        times = _admitted_times(self.sends, verdicts)
        return [
            [
                str(number),
                seconds(self.strings, sent),
                self.strings["yes" if verdict else "no"],
                str(in_window(times, sent, self.window)),
            ]
            for number, (sent, verdict) in enumerate(zip(self.sends, verdicts, strict=True), 1)
        ]

    def _html(self) -> str:
        paragraph = f"<p>{escape(self.sentence())}</p>"
        if not self.sends:
            return paragraph
        head = "".join(f'<th scope="col">{escape(name)}</th>' for name in self._header())
        body = "".join(
            f'<tr><th scope="row">{row[0]}</th>'
            + "".join(f"<td>{escape(cell)}</td>" for cell in row[1:])
            + "</tr>"
            for row in self._rows()
        )
        caption = escape(self.strings["table.caption"])
        return (
            f"{paragraph}<table><caption>{caption}</caption>"
            f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
        )


class _BadValueError(traitlets.TraitError, ValueError):  # type: ignore[misc]
    """A value that a time line cannot take: a ValueError to people, a TraitError to traitlets."""


def _fixed(sends: Sequence[int], limit: int, window: int) -> Iterable[bool]:
    current, count = -1, 0
    for sent in sends:
        if sent // window != current:
            current, count = sent // window, 0
        count += 1
        yield count <= limit


@answers("throttle")
def _sliding(sends: Sequence[int], limit: int, window: int) -> Iterable[bool]:
    recent: deque[int] = deque()
    for now in sends:
        while recent and recent[0] <= now - window:
            recent.popleft()
        yes = len(recent) < limit
        if yes:
            recent.append(now)
        yield yes


def _admitted_times(sends: Sequence[int], verdicts: Sequence[bool]) -> list[int]:
    return [sent for sent, verdict in zip(sends, verdicts, strict=True) if verdict]


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _bad(key: str, **values: object) -> _BadValueError:
    return _BadValueError(fill(STRINGS["en"], f"error.{key}", **values))


def _need_whole(name: str, value: Any, least: int) -> None:
    if not _is_whole(value) or value < least:
        raise _bad("whole", name=name, least=least, value=repr(value))


def _need_rule(rule: object) -> None:
    if rule not in RULES:
        raise _bad("rule", value=repr(rule))


def _need_order(times: Sequence[int]) -> None:
    for previous, value in pairwise(times):
        if value < previous:
            raise _bad("order", previous=previous, value=value)


def _check_state(state: Mapping[str, Any]) -> None:
    for name in ("limit", "window", "span", "step"):
        _need_whole(name, state[name], 1)
    _need_rule(state["rule"])
    span, position, sends = state["span"], state["position"], state["sends"]
    if not _is_whole(position) or not 0 <= position <= span:
        raise _bad("position", span=span, value=repr(position))
    if not isinstance(sends, list):
        raise _bad("list", value=repr(sends))
    for sent in sends:
        if not _is_whole(sent) or not 0 <= sent <= span:
            raise _bad("send", span=span, value=repr(sent))
