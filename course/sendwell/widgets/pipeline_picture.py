"""The waits by kind as one still picture, for GitHub and paper; ``pipeline.js`` draws the same."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from sendwell.widgets.timeline_strings import fill

#: The scale: from one second to somewhat more than four days, by its logarithm.
LEAST, MOST = 1_000, 400_000_000
TICKS = (1_000, 60_000, 3_600_000, 86_400_000)
_WIDTH, _PAD, _ROW = 560, 16, 46


def place(milliseconds: float) -> float:
    """Where a time stands on the scale, from 0 to 1; what is shorter than a second is at 0."""
    held = min(max(milliseconds, LEAST), MOST)
    return math.log(held / LEAST) / math.log(MOST / LEAST)


def picture(text: dict[str, str], waits: Sequence[Mapping[str, Any]]) -> str:
    """Draw a bar for the mean wait of each kind and a line to the longest."""
    height = 34 + _ROW * len(waits)
    parts = []
    for tick in TICKS:
        x = _x(tick)
        parts.append(f'<path d="M{x} 22V{height}" stroke="#999"/>')
        parts.append(_text(x, 16, text[f"tick.{tick}"], 12, "middle" if tick > LEAST else "start"))
    for n, wait in enumerate(waits):
        y = 40 + _ROW * n
        words = fill(
            text,
            "waits.row",
            kind=text[f"kind.{wait['kind']}"],
            mean=wait["mean_text"],
            longest=wait["longest_text"],
        )
        end = _x(wait["longest"])
        parts.append(
            f'<rect x="{_PAD}" y="{y - 12}" width="{7 * len(words)}" height="15" fill="#fff"/>'
        )
        parts.append(_text(_PAD, y, words, 13, "start"))
        parts.append(
            f'<path d="M{_PAD} {y + 13}H{end}M{end} {y + 8}v10" stroke="#333" fill="none"/>'
        )
        parts.append(
            f'<rect x="{_PAD}" y="{y + 7}" width="{max(_x(wait["mean"]) - _PAD, 2):.1f}" '
            'height="12" fill="#1565c0"/>'
        )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{height}" role="img" '
        f'font-family="sans-serif"><title>{escape(text["waits.chart"])}</title>'
        f'<rect width="{_WIDTH}" height="{height}" fill="#fff"/>{"".join(parts)}</svg>'
    )


def _x(milliseconds: float) -> float:
    return round(_PAD + place(milliseconds) * (_WIDTH - 2 * _PAD), 1)


def _text(x: float, y: float, words: str, size: int, anchor: str) -> str:
    return (
        f'<text x="{x}" y="{y}" font-size="{size}" text-anchor="{anchor}" fill="#111">'
        f"{escape(words)}</text>"
    )
