"""A threshold to move: two piles of scores, two kinds of mistake, what they cost, who is flagged.

``threshold.js`` holds the same logic as ``threshold_rules.py`` and the sentences here, so that the
picture goes on working without a kernel; a test keeps the two in agreement.
"""

from __future__ import annotations

import base64
from html import escape
from pathlib import Path
from typing import Any

import traitlets

from sendwell.widgets.threshold_rules import BAR, DEAREST, LAST, MOST, ROW, Flags, by_score, flags
from sendwell.widgets.threshold_scores import HONEST, UNWANTED
from sendwell.widgets.threshold_strings import STRINGS
from sendwell.widgets.timeline_strings import fill
from sendwell.widgets.touchable import Touchable

#: Each number that can be moved, with the most that it may be.
LIMITS = {"threshold": LAST, "unwanted": MOST, "miss": DEAREST, "alarm": DEAREST}
_MATRIX = ("who", "flagged", "alone")
_SCORES = ("score", "honest", "unwanted")
_UNIT, _UP, _DOWN = 5, 100, 70
_HERE = Path(__file__).parent


class _BadNumberError(traitlets.TraitError, ValueError):  # type: ignore[misc]
    """A number that the explorer cannot take: a ValueError to people, a TraitError to traitlets."""


class _Number(traitlets.TraitType):  # type: ignore[misc]
    def validate(self, _widget: Any, value: Any) -> Any:
        _check(self.name, value)
        return value


class Threshold(Touchable):
    """A filter of messages with its scores, and four numbers to move.

    Args:
        threshold: the lowest score that is flagged, 0 to 101; 101 flags nothing.
        unwanted: how many of 1,000 messages are unwanted.
        miss: what an unwanted message costs that is not flagged, 0 to 50.
        alarm: what an honest message costs that is flagged, 0 to 50.

    Raises:
        ValueError: one sentence that says which number is wrong; also when a trait is assigned.

    """

    _esm = _HERE / "threshold.js"
    _css = _HERE / "threshold.css"

    threshold = _Number(50).tag(sync=True)
    unwanted = _Number(500).tag(sync=True)
    miss = _Number(1).tag(sync=True)
    alarm = _Number(1).tag(sync=True)
    start = traitlets.List().tag(sync=True)
    scores = traitlets.Dict(default_value={"honest": list(HONEST), "unwanted": list(UNWANTED)}).tag(
        sync=True
    )
    strings = traitlets.Dict(default_value=STRINGS["en"]).tag(sync=True)

    def __init__(
        self, threshold: int = 50, unwanted: int = 500, miss: int = 1, alarm: int = 1
    ) -> None:
        given = {"threshold": threshold, "unwanted": unwanted, "miss": miss, "alarm": alarm}
        for name, value in given.items():
            _check(name, value)
        super().__init__(**given, start=list(given.values()))

    def sentence(self) -> str:
        """Say what is flagged, how many of 1,000 flagged are honest, and what mistakes cost."""
        now = self._now()
        text = self.strings
        return " ".join(
            (
                fill(
                    text,
                    "sentence.flags",
                    threshold=self.threshold,
                    found=now.found,
                    bad=sum(UNWANTED),
                    alarms=now.alarms,
                    good=sum(HONEST),
                ),
                text["sentence.none"]
                if now.honest is None
                else fill(text, "sentence.honest", unwanted=self.unwanted, honest=now.honest),
                fill(text, "sentence.cost", cost=_tenths(text, now.cost)),
            )
        )

    def table(self) -> str:
        """Give the flagged and the others as a Markdown table."""
        head = [self.strings[f"matrix.{name}"] for name in _MATRIX]
        lines = [head, ["---", "---:", "---:"], *self._rows()]
        return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"

    def picture(self) -> str:
        """Draw the two piles of scores and the threshold as SVG."""
        bars = []
        for first, last, honest, unwanted in by_score(BAR):
            x, width = first * _UNIT + 1, (last + 1 - first) * _UNIT - 2
            bars.append(_bar(x, _UP - 2 * honest, width, 2 * honest, "none"))
            bars.append(_bar(x, _UP, width, 2 * unwanted, "#333"))
        x = self.threshold * _UNIT
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{LAST * _UNIT + 2}" '
            f'height="{_UP + _DOWN}" role="img" style="background:#fff">'
            f"<title>{escape(self.strings['picture'])}</title>{''.join(bars)}"
            f'<line x1="{x}" x2="{x}" y1="0" y2="{_UP + _DOWN}" stroke="#000" stroke-width="3" '
            'stroke-dasharray="6 4"/></svg>'
        )

    def __repr__(self) -> str:
        """Give the call that makes an equal explorer."""
        given = ", ".join(f"{name}={getattr(self, name)}" for name in LIMITS)
        return f"Threshold({given})"

    def _now(self) -> Flags:
        return flags(self.threshold, self.unwanted, self.miss, self.alarm)

    def _rows(self) -> list[list[str]]:
        now = self._now()
        return [
            [self.strings["matrix.unwanted"], str(now.found), str(now.missed)],
            [self.strings["matrix.honest"], str(now.alarms), str(now.passed)],
        ]

    def _score_rows(self) -> list[list[str]]:
        return [
            [fill(self.strings, "scores.range", first=first, last=last), str(honest), str(bad)]
            for first, last, honest, bad in by_score(ROW)
        ]

    def _html(self) -> str:
        text = self.strings
        source = base64.b64encode(self.picture().encode()).decode()
        numbers = "".join(
            f"<li>{escape(text[name])}: {getattr(self, name)}</li>" for name in LIMITS
        )
        legend = "; ".join(text[f"legend.{name}"] for name in ("honest", "unwanted", "line"))
        return (
            f"<ul>{numbers}</ul><p>{escape(self.sentence())}</p>"
            f'<img alt="{escape(text["picture"])}" src="data:image/svg+xml;base64,{source}">'
            f"<p>{escape(legend)}</p>"
            + _table(text, "matrix", _MATRIX, self._rows())
            + _table(text, "scores", _SCORES, self._score_rows())
        )


def _tenths(strings: dict[str, str], tenths: int) -> str:
    whole, rest = divmod(tenths, 10)
    return f"{whole}{strings['decimal']}{rest}" if rest else str(whole)


def _bar(x: int, y: int, width: int, height: int, fill_: str) -> str:
    return f'<rect x="{x}" y="{y}" width="{width}" height="{height}" fill="{fill_}" stroke="#333"/>'


def _table(text: dict[str, str], name: str, columns: tuple[str, ...], rows: list[list[str]]) -> str:
    head = "".join(f'<th scope="col">{escape(text[f"{name}.{one}"])}</th>' for one in columns)
    body = "".join(
        f'<tr><th scope="row">{escape(row[0])}</th>'
        + "".join(f"<td>{escape(cell)}</td>" for cell in row[1:])
        + "</tr>"
        for row in rows
    )
    return (
        f"<table><caption>{escape(text[f'{name}.caption'])}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def _check(name: str, value: object) -> None:
    most = LIMITS[name]
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= most:
        raise _BadNumberError(
            fill(STRINGS["en"], "error.number", name=name, most=most, value=repr(value))
        )
