"""A crowd to move: three sliders, and how many of 1,000 flagged accounts are innocent.

``crowd.js`` holds the same logic as ``crowd_rules.py`` and the sentences here, so that the picture
goes on working without a kernel; a test keeps the two in agreement.
"""

from __future__ import annotations

import base64
from html import escape
from pathlib import Path
from typing import Any

import traitlets

from sendwell.widgets.crowd_rules import CROWD, MOST, Flagged, flagged
from sendwell.widgets.crowd_strings import STRINGS
from sendwell.widgets.timeline_strings import fill
from sendwell.widgets.touchable import Touchable

_STATE = ("guilty", "caught", "cleared")
_COLUMNS = 50
_SQUARE, _STEP = 8, 10
_HERE = Path(__file__).parent


class _BadNumberError(traitlets.TraitError, ValueError):  # type: ignore[misc]
    """A number that a crowd cannot take: a ValueError to people, a TraitError to traitlets."""


class _Number(traitlets.TraitType):  # type: ignore[misc]
    def validate(self, _widget: Any, value: Any) -> Any:
        _check(self.name, value)
        return value


class Crowd(Touchable):
    """A filter that looks at a million accounts, with three numbers to move.

    Args:
        guilty: how many of 1,000 accounts have done something.
        caught: how many of 1,000 guilty accounts the filter flags.
        cleared: how many of 1,000 innocent accounts it leaves alone.

    Raises:
        ValueError: one sentence that says which number is wrong; also when a trait is assigned.

    """

    _esm = _HERE / "crowd.js"
    _css = _HERE / "crowd.css"

    guilty = _Number(10).tag(sync=True)
    caught = _Number(900).tag(sync=True)
    cleared = _Number(900).tag(sync=True)
    start = traitlets.List().tag(sync=True)
    strings = traitlets.Dict(default_value=STRINGS["en"]).tag(sync=True)

    def __init__(self, guilty: int = 10, caught: int = 900, cleared: int = 900) -> None:
        start = [guilty, caught, cleared]
        for name, value in zip(_STATE, start, strict=True):
            _check(name, value)
        super().__init__(guilty=guilty, caught=caught, cleared=cleared, start=start)

    def sentence(self) -> str:
        """Say in two sentences who is flagged, and how many of 1,000 flagged are innocent."""
        now = self._now()
        return fill(
            self.strings,
            "sentence.none" if now.innocent is None else "sentence",
            crowd=_number(CROWD),
            right=_number(now.right),
            wrong=_number(now.wrong),
            innocent=_number(now.innocent or 0),
        )

    def table(self) -> str:
        """Give the counts as a Markdown table."""
        head = [self.strings[f"table.{name}"] for name in ("who", "flagged", "alone")]
        lines = [head, ["---", "---:", "---:"], *self._rows()]
        return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"

    def picture(self) -> str:
        """Draw 1,000 flagged accounts as SVG, the innocent ones as empty squares."""
        now = self._now()
        if now.innocent is None:
            title, squares, height = self.strings["picture.none"], "", _STEP
        else:
            title = fill(
                self.strings,
                "picture",
                innocent=_number(now.innocent),
                guilty=_number(MOST - now.innocent),
            )
            squares = "".join(_square(n, empty=n < now.innocent) for n in range(MOST))
            height = MOST // _COLUMNS * _STEP
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{_COLUMNS * _STEP}" '
            f'height="{height}" role="img" style="background:#fff"><title>{escape(title)}</title>'
            f"{squares}</svg>"
        )

    def __repr__(self) -> str:
        """Give the call that makes an equal crowd."""
        return f"Crowd(guilty={self.guilty}, caught={self.caught}, cleared={self.cleared})"

    def _now(self) -> Flagged:
        return flagged(self.guilty, self.caught, self.cleared)

    def _rows(self) -> list[list[str]]:
        now = self._now()
        everybody = self.guilty * MOST
        return [
            [self.strings["table.guilty"], _number(now.right), _number(everybody - now.right)],
            [
                self.strings["table.innocent"],
                _number(now.wrong),
                _number(CROWD - everybody - now.wrong),
            ],
        ]

    def _html(self) -> str:
        text = self.strings
        source = base64.b64encode(self.picture().encode()).decode()
        head = "".join(
            f'<th scope="col">{escape(text[f"table.{name}"])}</th>'
            for name in ("who", "flagged", "alone")
        )
        body = "".join(
            f'<tr><th scope="row">{escape(row[0])}</th>'
            + "".join(f"<td>{escape(cell)}</td>" for cell in row[1:])
            + "</tr>"
            for row in self._rows()
        )
        numbers = "".join(
            f"<li>{escape(text[name])}: {getattr(self, name)}</li>" for name in _STATE
        )
        return (
            f"<ul>{numbers}</ul><p>{escape(self.sentence())}</p>"
            f'<img alt="{escape(self.sentence())}" src="data:image/svg+xml;base64,{source}">'
            f"<p>{escape(text['legend.innocent'])}; {escape(text['legend.guilty'])}</p>"
            f"<table><caption>{escape(text['table.caption'])}</caption>"
            f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
        )


def _number(n: int) -> str:
    return f"{n:,}"


def _square(n: int, *, empty: bool) -> str:
    x, y = n % _COLUMNS * _STEP + 1, n // _COLUMNS * _STEP + 1
    fill_ = "none" if empty else "#333"
    return (
        f'<rect x="{x}" y="{y}" width="{_SQUARE}" height="{_SQUARE}" fill="{fill_}" stroke="#333"/>'
    )


def _check(name: str, value: object) -> None:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= MOST:
        raise _BadNumberError(fill(STRINGS["en"], "error.number", name=name, value=repr(value)))
