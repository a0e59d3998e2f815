"""What a sender looks at before sending: a draft, to whom it goes, and what is found.

What is found never asks for other words. An offer that nobody asked for stays one in any words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from sendwell.checks.answers import answers
from sendwell.checks.values import record
from sendwell.looks import LETTER, LINK

#: Beginnings of phrases that tell why somebody gets a message, in lower case.
REASONS = (
    "you asked",
    "you signed up",
    "you ordered",
    "you booked",
    "your order",
    "your appointment",
    "as a member",
    "hai chiesto",
    "ti sei iscritt",
    "hai ordinato",
    "hai prenotato",
    "il tuo ordine",
    "il tuo appuntamento",
    "come soci",
)

#: What is found, and what to do about it, in the order of the list.
ADVICE = {
    "not-asked": "Do not send it. Ask first, where people come to you, and keep their yes.",
    "left": "Take those out who have said stop, before anything else.",
    "sender": "Say who you are, by the name that people know.",
    "reason": "Say why this person gets it: what they asked for, ordered or joined.",
    "stop": "Say how to stop it: one word is enough.",
    "links": "Keep one link, the one that people need.",
    "attachment": "Put it in words, and send the file to those who ask for it.",
    "shouting": "Write it as you would say it.",
    "marks": "One mark is enough.",
    "emoji": "Keep three at most: a screen reader reads every one aloud.",
}

_WORD = re.compile(f"{LETTER}+")


@record
@dataclass(frozen=True)
class Draft:
    """A message before it is sent.

    Attributes:
        text: what it says.
        sender: the name that people know the sender by.
        attachment: name of a file that goes along, or "".

    """

    text: str
    sender: str
    attachment: str = ""


@record
@dataclass(frozen=True)
class Audience:
    """To whom it goes.

    Attributes:
        asked: whether everybody in it has asked for messages of this kind.
        left: how many in it have said stop since.

    """

    asked: bool
    left: int = 0


@record
@dataclass(frozen=True)
class Finding:
    """One thing to change: a code of ADVICE, and the piece of text it is about, or ""."""

    code: str
    piece: str = ""


@answers("content.review_my_message")
def findings(draft: Draft, audience: Audience) -> list[Finding]:
    """What to change in ``draft`` before it goes to ``audience``, in the order of ADVICE."""
    if not audience.asked:
        return [Finding("not-asked")]
    return [*_missing(draft, audience), *_too_much(draft)]


def _missing(draft: Draft, audience: Audience) -> Iterator[Finding]:
    text = draft.text.lower()
    if audience.left:
        yield Finding("left")
    if not draft.sender or draft.sender.lower() not in text:
        yield Finding("sender")
    if not any(reason in text for reason in REASONS):
        yield Finding("reason")
    if not re.search(r"\bstop\b", text):
        yield Finding("stop")


def _too_much(draft: Draft) -> Iterator[Finding]:
    links = re.compile(LINK, re.IGNORECASE)
    yield from (Finding("links", link) for link in links.findall(draft.text)[1:])
    if draft.attachment:
        yield Finding("attachment", draft.attachment)
    text = links.sub(" ", draft.text)
    for word in _WORD.findall(text):
        if word.isupper() and len(word) > 3 and word != "STOP":
            yield Finding("shouting", word)
    yield from (Finding("marks", run) for run in re.findall("[!?]{2,}", text))
    emoji = "".join(c for c in text if unicodedata.category(c) == "So")
    if len(emoji) > 3:
        yield Finding("emoji", emoji)
