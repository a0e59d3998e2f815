"""A token bucket that fills and drains, beside a moving window, on the same sends.

All times are integers, in milliseconds. ``bucket.js`` holds the rules of ``bucket_rules.py`` once
more, so that the picture goes on working without a kernel; a test keeps the two in agreement.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping
from html import escape
from pathlib import Path
from typing import Any

import traitlets

from sendwell.widgets.bucket_picture import picture
from sendwell.widgets.bucket_rules import at, beside
from sendwell.widgets.bucket_strings import STRINGS
from sendwell.widgets.timeline_strings import counted, fill, seconds
from sendwell.widgets.touchable import Touchable

#: A bucket is drawn token by token.
MOST = 20
_STATE = ("sends", "capacity", "refill_every", "span", "step", "now")
_COLUMNS = ("number", "time", "tokens", "bucket", "places", "window", "differ")
_HERE = Path(__file__).parent


class Bucket(Touchable):
    """A bucket and a window that a learner fills, drains, and watches side by side.

    The window admits ``capacity`` sends in any ``capacity * refill_every`` ms: in the long run,
    that is the bucket's pace.

    Args:
        sends: times in ms, each from 0 to ``span``; put in order; equal times allowed.
        capacity: how many tokens the bucket holds, 1 to 20; it starts full.
        refill_every: ms until there is one more token, 1 or more.
        span: length of the line in ms, 1 or more; the line starts at 0.
        step: how far an arrow key moves the time, in ms, 1 or more; clicks snap to it.
        now: the moment that is shown, in ms, from 0 to ``span``; the sends of that moment count.

    Raises:
        ValueError: one sentence that says which value is wrong. The same holds when a trait is
            assigned later.

    """

    _esm = _HERE / "bucket.js"
    _css = _HERE / "bucket.css"

    sends = traitlets.List(traitlets.Int()).tag(sync=True)
    capacity = traitlets.Int(3).tag(sync=True)
    refill_every = traitlets.Int(1_000).tag(sync=True)
    span = traitlets.Int(10_000).tag(sync=True)
    step = traitlets.Int(250).tag(sync=True)
    now = traitlets.Int(0).tag(sync=True)
    strings = traitlets.Dict(default_value=STRINGS["en"]).tag(sync=True)

    def __init__(
        self,
        sends: Iterable[int] = (),
        capacity: int = 3,
        refill_every: int = 1_000,
        span: int = 10_000,
        step: int = 250,
        now: int = 0,
    ) -> None:
        state = {
            "sends": list(sends) if isinstance(sends, Iterable) else sends,
            "capacity": capacity,
            "refill_every": refill_every,
            "span": span,
            "step": step,
            "now": now,
        }
        _check_state(state)
        super().__init__(**state)

    @traitlets.validate(*_STATE)  # type: ignore[untyped-decorator]
    def _valid(self, proposal: Any) -> Any:
        name, value = proposal["trait"].name, proposal["value"]
        _check_state({key: getattr(self, key) for key in _STATE} | {name: value})
        return sorted(value) if name == "sends" else value

    def table(self) -> str:
        """Give the text twin as a Markdown table, one row a send.

        Columns: number from 1, time in s, whole tokens just before, what the bucket says, free
        places just before, what the window says, and whether the two say the same.
        """
        lines = [
            self._header(),
            ["---:", "---:", "---:", "---", "---:", "---", "---"],
            *self._rows(),
        ]
        return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"

    def sentence(self) -> str:
        """Say in a few sentences what the picture says."""
        text = self.strings
        both = beside(self.sends, self.capacity, self.refill_every)
        here = at(self.now, self.sends, self.capacity, self.refill_every)
        parts = [
            fill(
                text,
                "sentence.rules",
                tokens=counted(text, "tokens", self.capacity),
                every=seconds(text, self.refill_every),
                capacity=self.capacity,
                window=seconds(text, self.capacity * self.refill_every),
            )
        ]
        if both:
            parts.append(
                fill(
                    text,
                    "sentence.verdicts",
                    sends=counted(text, "counted", len(both)),
                    bucket=sum(send.admitted for send, _ in both),
                    window=sum(places > 0 for _, places in both),
                )
            )
            times = dict.fromkeys(s.time for s, places in both if s.admitted != (places > 0))
            listed = ", ".join(seconds(text, time) for time in times)
            parts.append(fill(text, "sentence.differ" if times else "sentence.same", times=listed))
        else:
            parts.append(text["sentence.empty"])
        tokens, places = (
            counted(text, "tokens", here.tokens),
            counted(text, "places", here.places),
        )
        parts.append(
            fill(
                text,
                "sentence.now",
                now=seconds(text, self.now),
                bucket=fill(
                    text,
                    "now.bucket" if here.next_token else "now.bucket.full",
                    tokens=tokens,
                    wait=seconds(text, here.next_token),
                ),
                window=fill(
                    text,
                    "now.window" if here.next_place else "now.window.full",
                    places=places,
                    wait=seconds(text, here.next_place),
                ),
            )
        )
        return " ".join(parts)

    def picture(self) -> str:
        """Draw the two lines and the sends as SVG, for GitHub and paper."""
        return picture(
            self.strings, self.sends, self.capacity, self.refill_every, self.span, self.sentence()
        )

    def __repr__(self) -> str:
        """Give the call that makes an equal bucket."""
        return f"Bucket({', '.join(f'{key}={getattr(self, key)!r}' for key in _STATE)})"

    def _header(self) -> list[str]:
        return [self.strings[f"table.{name}"] for name in _COLUMNS]

    def _rows(self) -> list[list[str]]:
        text = self.strings
        rows = []
        for n, (send, places) in enumerate(beside(self.sends, self.capacity, self.refill_every), 1):
            room = places > 0
            rows.append(
                [
                    str(n),
                    seconds(text, send.time),
                    str(send.tokens),
                    text["sends" if send.admitted else "waits"],
                    str(places),
                    text["sends" if room else "waits"],
                    text["same" if room == send.admitted else "different"],
                ]
            )
        return rows

    def _html(self) -> str:
        text = self.strings
        source = base64.b64encode(self.picture().encode()).decode()
        shown = (
            f'<img alt="{escape(self.sentence())}" src="data:image/svg+xml;base64,{source}">'
            f"<p>{escape(self.sentence())}</p>"
        )
        if not self.sends:
            return shown
        head = "".join(f'<th scope="col">{escape(name)}</th>' for name in self._header())
        body = "".join(
            f'<tr><th scope="row">{row[0]}</th>'
            + "".join(f"<td>{escape(cell)}</td>" for cell in row[1:])
            + "</tr>"
            for row in self._rows()
        )
        return (
            f"{shown}<table><caption>{escape(text['table.caption'])}</caption>"
            f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
        )


class _BadValueError(traitlets.TraitError, ValueError):  # type: ignore[misc]
    """A value that a bucket cannot take: a ValueError to people, a TraitError to traitlets."""


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _bad(key: str, **values: object) -> _BadValueError:
    return _BadValueError(fill(STRINGS["en"], f"error.{key}", **values))


def _check_state(state: Mapping[str, Any]) -> None:
    capacity = state["capacity"]
    if not _is_whole(capacity) or not 1 <= capacity <= MOST:
        raise _bad("capacity", most=MOST, value=repr(capacity))
    for name in ("refill_every", "span", "step"):
        if not _is_whole(state[name]) or state[name] < 1:
            raise _bad("whole", name=name, least=1, value=repr(state[name]))
    span, now, sends = state["span"], state["now"], state["sends"]
    if not _is_whole(now) or not 0 <= now <= span:
        raise _bad("now", span=span, value=repr(now))
    if not isinstance(sends, list):
        raise _bad("list", value=repr(sends))
    for sent in sends:
        if not _is_whole(sent) or not 0 <= sent <= span:
            raise _bad("send", span=span, value=repr(sent))
