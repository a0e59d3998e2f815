"""What the phone's menus do: which messages leave it, which stay, which are destroyed.

A chat is a dict as in :data:`sendwell.widgets.phone_strings.CHATS`; its messages are numbered from
1. A step is one of "report", "block", "delete" (the whole chat), "report_message:N" and
"delete_message:N". ``phone.js`` holds the same rules; a test keeps the two in agreement.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sendwell.checks.answers import answers

#: How many messages go with a report; claim P10.
FIVE = 5


@dataclass(frozen=True)
class State:
    """What is where after some steps; numbers of messages, in order.

    Attributes:
        sent: left the phone with a report.
        here: still on the phone.
        lost: deleted on the phone, and with no report.
        blocked: whether the contact is blocked.
        left: whether the owner has left the group.
        empty: whether a report found no message to send.

    """

    sent: tuple[int, ...]
    here: tuple[int, ...]
    lost: tuple[int, ...]
    blocked: bool
    left: bool
    empty: bool


@answers("reporting")
def state(chat: Mapping[str, Any], steps: Sequence[str]) -> State:
    """Say what is where after ``steps``, each of which was in the menus at its moment.

    "report" sends the last five received messages still on the phone; "report_message:N" sends N
    and the received ones still there before it, five in all. One's own messages are never sent.
    """
    received = [n for n, message in enumerate(chat["messages"], 1) if message["sender"]]
    here = list(range(1, len(chat["messages"]) + 1))
    sent: set[int] = set()
    empty = False
    for step in steps:
        name, _, number = step.partition(":")
        if name.startswith("report"):
            last = int(number) if number else len(chat["messages"])
            package = [n for n in received if n in here and n <= last][-FIVE:]
            empty = empty or not package
            sent.update(package)
        elif name.startswith("delete"):
            here = [n for n in here if number and n != int(number)]
    lost = [n for n in range(1, len(chat["messages"]) + 1) if n not in here and n not in sent]
    return State(
        sent=tuple(sorted(sent)),
        here=tuple(here),
        lost=tuple(lost),
        blocked="block" in steps,
        left="report" in steps and not chat["number"],
        empty=empty,
    )


def choices(chat: Mapping[str, Any], steps: Sequence[str]) -> list[str]:
    """Give the steps that the menus hold now: those of the chat, then those of each message.

    The same step is there once. A group cannot be blocked; after leaving it, it cannot be reported
    message by message. What is deleted is in no menu; a report of the chat stays possible.
    """
    now = state(chat, steps)
    found = [
        *(["report"] if "report" not in steps else []),
        *(["block"] if chat["number"] and not now.blocked else []),
        *(["delete"] if "delete" not in steps else []),
    ]
    for n in now.here:
        step = f"report_message:{n}"
        if chat["messages"][n - 1]["sender"] and not now.left and step not in steps:
            found.append(step)
        found.append(f"delete_message:{n}")
    return found
