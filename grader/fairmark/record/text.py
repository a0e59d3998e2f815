"""Make learners' text show what it holds: no terminal tricks, nothing hidden, nothing reordered."""

from __future__ import annotations

import re

#: Escape sequences of terminals. The named group is a colour or style (SGR), which stays.
_ESCAPES = re.compile(
    r"""
    (?P<sgr> \x1b\[ [0-9;:]{0,40} m)
    | (?:\x1b\[|\x9b) [0-?]* [ -/]* [@-~]?           # CSI: cursor, clearing, modes
    | (?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])         # OSC, DCS, SOS, PM, APC: titles, links ...
      [^\x07\x1b\x9c\n]* (?:\x07|\x1b\\|\x9c)?         # ... to their end, or the line's
    | \x1b [ -/]* [0-~]?                             # the short ones
    """,
    re.VERBOSE,
)
#: Control characters that do something, and halves of characters.
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
#: Characters that reorder what is around them, or cannot be seen.
_HIDDEN = re.compile(
    "[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\U000e0000-\U000e007f]"
)
_NEEDS_CARE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)


def clean_text(text: str) -> str:
    """The text without escape sequences and control characters, hidden characters spelled out."""
    return clean_terminal(text, colours=False)


def clean_terminal(text: str, *, colours: bool = True) -> str:
    """The same for what a program printed; colours may stay."""
    if not _NEEDS_CARE.search(text):
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = text.replace("\u2028", "\n").replace("\u2029", "\n")
    pieces: list[str] = []
    last = 0
    for match in _ESCAPES.finditer(text):
        pieces.append(_visible(text[last : match.start()]))
        if colours and match["sgr"]:
            pieces.append(match["sgr"])
        last = match.end()
    pieces.append(_visible(text[last:]))
    return "".join(pieces)


def _visible(text: str) -> str:
    text = _CONTROLS.sub("\ufffd", text)
    return _HIDDEN.sub(lambda match: f"⟨U+{ord(match[0]):04X}⟩", text)


def shorten(text: str, characters: int, lines: int) -> str:
    """At most so much of the text, with a note where it ends."""
    if len(text) <= characters and text.count("\n") < lines:
        return text
    kept = "\n".join(text[:characters].split("\n", lines)[:lines])
    return f"{kept}\n... {len(text) - len(kept):,} more characters are left out ..."
