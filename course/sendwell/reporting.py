"""What module m05 gives: a message of a chat."""

from __future__ import annotations

from dataclasses import dataclass

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
