"""What module m01, build gives: the records, the glossary of cues, and a look at what fits.

The glossary is this course's own. Real wordings change; the screen of the official app decides.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sendwell.checks.answers import answers
from sendwell.checks.values import record


@record
@dataclass(frozen=True)
class Notice:
    """What a text says.

    Attributes:
        kind: "no notice", "temporary ban", "ban", "warning" or "unknown".
        reason: the name of a row of ``REASONS``, or "".
        hours: how long a temporary ban lasts, in hours; None if that is not said.
        action: the name of a row of ``ACTIONS``, or "".

    """

    kind: str
    reason: str
    hours: int | None
    action: str


@record
@dataclass(frozen=True)
class Case:
    """What is known about an account; the words are those of ``sendwell.appeals.case``.

    Attributes:
        kind: as in a Notice.
        control: who can use the account: "owner alone", "shared", "taken over" or "unknown".
        app: "official", "unofficial" or "unknown".
        account: "personal", "business app" or "business platform".
        stopped: whether the cause has stopped.
        review: "" if nobody has asked, "review requested", or the answer "unchanged".

    """

    kind: str
    control: str = "owner alone"
    app: str = "official"
    account: str = "personal"
    stopped: bool = True
    review: str = ""


@record
@dataclass(frozen=True)
class Step:
    """What to do next, and the number of the row of the table that says so."""

    do: str
    row: int


#: Rows of a name and its cues, English and Italian. The first row with a cue in the text counts.
KINDS = (
    ("no notice", ("code", "password", "pay", "codice", "paga")),
    ("temporary ban", ("temporarily", "time left", "temporaneamente", "tempo rimanente")),
    (
        "ban",
        ("not allowed to use", "banned", "suspended", "non è autorizzato", "sospeso"),
    ),
    ("warning", ("warning", "responsibly", "avviso", "in modo responsabile")),
)
REASONS = (
    ("spam", ("spam", "bulk messages", "messaggi in blocco")),
    ("unofficial app", ("unofficial app", "app non ufficiale")),
    ("scraping", ("scraping", "raccolta di dati")),
    ("unusual activity", ("unusual activity", "attività insolita")),
)
ACTIONS = (
    ("request a review", ("request a review", "richiedi una revisione")),
    ("use the official app", ("official app", "app ufficiale")),
    ("wait", ("wait", "try again", "attendi", "riprova")),
)
#: A word for a unit of time, and how many hours it has.
UNITS = {
    "hour": 1,
    "hours": 1,
    "h": 1,
    "ora": 1,
    "ore": 1,
    "day": 24,
    "days": 24,
    "giorno": 24,
    "giorni": 24,
}

_WORD = re.compile(r"[0-9]+|[^\W\d_]+")


def words_in(text: str) -> list[str]:
    """The words of ``text`` in small letters: runs of letters, and runs of the digits 0 to 9.

    >>> words_in("You're banned: 24h!")
    ['you', 're', 'banned', '24', 'h']
    """
    return _WORD.findall(text.lower())


@answers("notices.first_row", "notices.read_notice")
def cues_in(text: str) -> list[tuple[str, str]]:
    """Every row that has a cue in ``text``, with that cue, in the order of the glossary."""
    words = words_in(text)
    found = []
    for name, cues in (*KINDS, *REASONS, *ACTIONS):
        for cue in cues:
            its = cue.split()
            if any(words[i : i + len(its)] == its for i in range(len(words))):
                found.append((name, cue))
    return found


@answers("notices.next_step")
def rows_that_fit(case: Case) -> list[int]:
    """The numbers of all rows of the table of next steps that fit ``case``."""
    platform = case.account == "business platform"
    fits = (
        case.control in ("taken over", "unknown") or case.kind == "no notice",
        not platform and case.app != "official",
        platform and case.kind == "unknown",
        case.kind == "unknown",
        case.kind in ("warning", "temporary ban"),
        case.review == "unchanged",
        case.review == "review requested",
        not case.stopped,
        platform,
        True,
    )
    return [number for number, fit in enumerate(fits, 1) if fit]
