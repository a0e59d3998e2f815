"""Messages that learners do not have, for suites that judge a classifier.

Suites load this file by its path, for it lies in no package: ``spec_from_file_location`` on
``Path(__file__).with_name("heldback.py")``. Nothing that a learner's process imports reaches it.
"""

from __future__ import annotations

import functools
from pathlib import Path

from sendwell.checks import Suite
from sendwell.data import LANGUAGES, Message
from sendwell.data.corpus import read_messages

FOLDER = Path(__file__).parent.parent / "heldback"


@functools.cache
def held_back(language: str) -> tuple[Message, ...]:
    """The messages that are held back, from families that ``sendwell.data.messages`` lacks.

    ``language`` is 'en' or 'it'; raises ValueError for another.
    """
    if language not in LANGUAGES:
        raise ValueError(f"Held back is {' and '.join(LANGUAGES)}, not {language!r}.")
    return read_messages(FOLDER / f"messages-{language}.jsonl", language)


def suites(seed: int) -> tuple[Suite, ...]:  # noqa: ARG001
    """None: the other files in this folder have the checks."""
    return ()
