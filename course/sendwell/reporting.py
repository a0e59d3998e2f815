"""What module m05 gives: a message of a chat, and a crowd that a filter looks at."""

from __future__ import annotations

from dataclasses import dataclass

from sendwell.checks.answers import answers
from sendwell.checks.values import record


@record
@dataclass(frozen=True)
class Message:
    """One message of a chat.

    Attributes:
        id: its number, different from every other one of the chat.
        sender: the name, or "you" for the owner of the phone.
        time: when it arrived, in ms; an edit leaves it as it was.
        text: as it stands now, "" for a bare attachment.
        attachment: name of the file, or "".
        deleted: whether it is gone from this phone.

    """

    id: int
    sender: str
    time: int
    text: str = ""
    attachment: str = ""
    deleted: bool = False


@answers("reporting.innocent_among")
def flagged_of_million(guilty: int, caught: int, cleared: int) -> tuple[int, int]:
    """Count the rightly and the wrongly flagged of a million accounts.

    Args:
        guilty: how many of 1,000 accounts have done something.
        caught: how many of 1,000 guilty accounts the filter flags.
        cleared: how many of 1,000 innocent accounts it leaves alone.

    >>> flagged_of_million(10, 900, 900)
    (9000, 99000)

    """
    return guilty * caught, (1_000 - guilty) * (1_000 - cleared)
