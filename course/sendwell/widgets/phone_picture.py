"""The phone as one still picture, for GitHub and paper."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from textwrap import wrap
from typing import Any

from sendwell.widgets.phone_rules import State

_WIDTH, _LINE, _LETTERS = 340, 17, 34


def picture(strings: dict[str, str], chat: Mapping[str, Any], now: State, title: str) -> str:
    """Draw the chat as SVG, with one line of words below each message that says where it is."""
    parts, y = [], 50
    for n, message in enumerate(chat["messages"], 1):
        sent, here = n in now.sent, n in now.here
        means = ("both" if here else "sent") if sent else ("here" if here else "lost")
        lines = wrap(f"{n}. {message['text']} {message['attachment']}".strip(), _LETTERS)
        notes = wrap(strings[f"means.{means}"], _LETTERS + 10)
        x = 20 if message["sender"] else 60
        height = _LINE * len(lines) + 10
        dash = "" if here else ' stroke-dasharray="4 3"'
        parts.append(
            f'<rect x="{x}" y="{y}" width="260" height="{height}" rx="8" fill="#fff" '
            f'stroke="#333" stroke-width="{3 if sent else 1}"{dash}/>'
        )
        parts += [_text(x + 8, y + _LINE * (k + 1), line, 13) for k, line in enumerate(lines)]
        y += height
        parts += [_text(x + 8, y + 13 * (k + 1), line, 11) for k, line in enumerate(notes)]
        y += 13 * len(notes) + 10
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{y + 20}" '
        f'role="img" font-family="sans-serif"><title>{escape(title)}</title>'
        f'<rect x="1" y="1" width="{_WIDTH - 2}" height="{y + 18}" rx="18" fill="#f4f4f4" '
        f'stroke="#333" stroke-width="2"/>'
        f"{_text(20, 28, ' '.join([chat['name'], chat['number']]).strip(), 15)}"
        f"{''.join(parts)}</svg>"
    )


def _text(x: int, y: int, words: str, size: int) -> str:
    return f'<text x="{x}" y="{y}" font-size="{size}" fill="#111">{escape(words)}</text>'
