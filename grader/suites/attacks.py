"""What is done to a message so that a filter overlooks it: the grader's, never the learners'.

Suites and tools load this file by its path; it lies in no package. Learners have fixed examples,
``sendwell.data.disguised``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random

from sendwell.checks import Suite

_LOOK_ALIKES = str.maketrans("aceiopsxyAEO", "асеіорѕхуАЕО")  # noqa: RUF001


def invisible(text: str, random: Random) -> str:
    """A character that nobody sees, inside every word of four letters or more."""
    done = []
    for word in text.split(" "):
        if len(word) < 4:
            done.append(word)
            continue
        place = random.randrange(1, len(word))
        done.append(word[:place] + random.choice("\u200b\u200c\u2060\u00ad") + word[place:])
    return " ".join(done)


def with_look_alikes(text: str, random: Random) -> str:
    """Half of the letters that Cyrillic has too, taken from there."""
    return "".join(c.translate(_LOOK_ALIKES) if random.random() < 0.5 else c for c in text)


ATTACKS: Mapping[str, Callable[[str, Random], str]] = {
    "clean": lambda text, _: text,
    "invisible": invisible,
    "look-alikes": with_look_alikes,
}


def suites(seed: int) -> tuple[Suite, ...]:  # noqa: ARG001
    """None: the other files in this folder have the checks."""
    return ()
