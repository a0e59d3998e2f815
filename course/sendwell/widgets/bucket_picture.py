"""The bucket and the window as one still picture, for GitHub and paper."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from sendwell.widgets.bucket_rules import beside, curves
from sendwell.widgets.timeline_strings import fill, seconds

_WIDTH, _PAD, _TALL = 560, 28, 70
_LANES = {"bucket": 34, "window": 174}  # from the top of the picture to the top of each line
_AXIS, _TALL_ALL = 290, 346
_BETWEEN, _LANE = 9, 12


def picture(
    strings: Mapping[str, str],
    sends: Sequence[int],
    capacity: int,
    refill_every: int,
    span: int,
    title: str,
) -> str:
    """Draw the level and the free places as SVG, the sends below each: a disc sends, a cross waits.

    A dashed line joins the two where they answer differently.
    """
    text = dict(strings)

    def x(time: int) -> float:
        return round(_PAD + time / span * (_WIDTH - 2 * _PAD), 1)

    joins, marks, parts = [], [], []
    level, room = curves(sends, capacity, refill_every, span)
    size = capacity * refill_every
    for name, line, most in (("bucket", level, size), ("window", room, capacity)):
        top = _LANES[name]
        corners = " ".join(f"{x(t)},{round(top + _TALL * (1 - y / most), 1)}" for t, y in line)
        foot = top + _TALL
        parts.append(_text(_PAD, top - 10, text[f"lane.{name}"], "start"))
        parts += [_text(_PAD - 5, y, str(n), "end") for n, y in ((capacity, top + 4), (0, foot))]
        parts.append(
            f'<polygon points="{x(0)},{foot} {corners} {x(span)},{foot}" fill="#1565c0" '
            f'fill-opacity="0.15"/><polyline points="{corners}" fill="none" stroke="#1565c0" '
            f'stroke-width="2"/><path d="M{x(0)} {foot}H{x(span)}" stroke="#333"/>'
        )
    lanes: list[float] = []
    for send, places in beside(sends, capacity, refill_every):
        here = x(send.time)
        row = next((n for n, end in enumerate(lanes) if here - end >= _BETWEEN), len(lanes))
        row = min(row, 2)
        lanes[row : row + 1] = [here]
        ys = [top + _TALL + 12 + _LANE * row for top in _LANES.values()]
        if send.admitted != (places > 0):
            joins.append(_join(here, ys[0], ys[1]))
        marks += [_mark(here, ys[0], yes=send.admitted), _mark(here, ys[1], yes=places > 0)]
    foot = _AXIS + 42
    for left, shape, key in (
        (_PAD, _mark(_PAD, foot, yes=True), "admitted"),
        (120, _mark(120, foot, yes=False), "refused"),
        (210, _join(210, foot - 9, foot + 9), "differ"),
    ):
        parts += [shape, _text(left + 10, foot + 4, text[f"legend.{key}"], "start")]
    parts += [
        _text(x(time), _AXIS + 16, fill(text, "second", n=seconds(text, time)), "middle")
        for time in (0, span // 2, span)
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{_TALL_ALL}" '
        f'viewBox="0 0 {_WIDTH} {_TALL_ALL}" role="img" font-family="sans-serif">'
        f"<title>{escape(title)}</title>"
        f'<rect width="{_WIDTH}" height="{_TALL_ALL}" fill="#fff"/>'
        f"{''.join(joins + parts + marks)}</svg>"
    )


def _mark(x: float, y: float, *, yes: bool) -> str:
    if yes:
        return f'<circle cx="{x}" cy="{y}" r="4" fill="#1565c0"/>'
    return (
        f'<path d="M{round(x - 3.5, 1)} {y - 3.5}l7 7m0 -7l-7 7" stroke="#c62828" '
        f'stroke-width="2"/>'
    )


def _join(x: float, top: float, foot: float) -> str:
    return f'<path d="M{x} {top}V{foot}" stroke="#333" stroke-dasharray="3 3"/>'


def _text(x: float, y: float, words: str, anchor: str) -> str:
    return (
        f'<text x="{x}" y="{y}" font-size="12" fill="#111" text-anchor="{anchor}" '
        f'paint-order="stroke" stroke="#fff" stroke-width="4">'
        f"{escape(words)}</text>"
    )
