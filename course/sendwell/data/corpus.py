"""The corpus, read from JSON Lines: [id, text, label, family, origin] a line."""

from __future__ import annotations

import functools
import json
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


def read_messages(path: Path, language: str) -> tuple[Message, ...]:
    """The messages of a file, all in ``language``."""
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return tuple(
        Message(id=name, text=text, language=language, label=label, family=family, origin=origin)
        for name, text, label, family, origin in rows
    )
