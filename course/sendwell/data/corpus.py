"""The corpus, read from JSON Lines: [id, text, label, family, origin] a line.

The disguised examples are [id, disguise, text].
"""

from __future__ import annotations

import functools
import json
from dataclasses import replace
from pathlib import Path

from sendwell.data.model import LANGUAGES, Message


def messages(language: str | None = None) -> tuple[Message, ...]:
    """The learners' part of the corpus, in a fixed order.

    ``language`` is 'en' or 'it'; None gives both, English first. Raises ValueError for another
    language.
    """
    if language is None:
        return tuple(message for one in LANGUAGES for message in messages(one))
    if language not in LANGUAGES:
        raise ValueError(f"There are messages in {' and '.join(LANGUAGES)}, not in {language!r}.")
    return _of(language)


@functools.cache
def _of(language: str) -> tuple[Message, ...]:
    return read_messages(Path(__file__).parent / f"messages-{language}.jsonl", language)


@functools.cache
def disguised(language: str) -> tuple[Message, ...]:
    """Fixed examples of unwanted messages in disguise, such as a filter should see through.

    Each is a message of the corpus with another text, and in ``origin`` what was done to it:
    'plain' (nothing), 'invisible' (characters without width inside its words) or 'look-alikes'
    (letters of the Cyrillic alphabet in its words). ``language`` is as for ``messages``.
    """
    known = {message.id: message for message in messages(language)}
    lines = (Path(__file__).parent / "disguised.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(
        replace(known[name], text=text, origin=how)
        for name, how, text in map(json.loads, lines)
        if name in known
    )


def read_messages(path: Path, language: str) -> tuple[Message, ...]:
    """The messages of a file, all in ``language``."""
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return tuple(
        Message(id=name, text=text, language=language, label=label, family=family, origin=origin)
        for name, text, label, family, origin in rows
    )
