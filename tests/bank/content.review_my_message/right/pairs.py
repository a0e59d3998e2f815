"""Pairs of code and piece, made findings at the end."""

import re
from unicodedata import category

from sendwell import checklist, looks


def review_my_message(draft, audience):
    pairs = [("not-asked", "")] if not audience.asked else [*pairs_of(draft, audience)]
    return [checklist.Finding(*pair) for pair in pairs]


def pairs_of(draft, audience):
    low = draft.text.lower()
    yield from [("left", "")] * (audience.left != 0)
    yield from [("sender", "")] * (not draft.sender or low.count(draft.sender.lower()) == 0)
    yield from [("reason", "")] * (not [r for r in checklist.REASONS if r in low])
    yield from [("stop", "")] * ("stop" not in re.findall(r"\w+", low))
    links = [m for m in re.finditer(looks.LINK, draft.text, re.I)]
    yield from (("links", m[0]) for m in links[1:])
    yield from [("attachment", draft.attachment)] * bool(draft.attachment)
    text = draft.text
    for m in reversed(links):
        text = text[: m.start()] + " " + text[m.end() :]
    words = re.split(r"[\W\d_]+", text)
    yield from (("shouting", w) for w in words if len(w) > 3 and w.isupper() and w != "STOP")
    yield from (("marks", run) for run in re.findall(r"[!?][!?]+", text))
    signs = [c for c in text if category(c) == "So"]
    if signs[3:]:
        yield "emoji", "".join(signs)
