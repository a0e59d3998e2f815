"""What module m05 gives: a message of a chat, a report, and a case for the reviewers."""

from __future__ import annotations

from collections.abc import Iterable
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


@record
@dataclass(frozen=True)
class Report:
    """One report, as it reaches the reviewers.

    Attributes:
        id: its number; two with one id are the same report, received twice.
        account: who is reported.
        reporter: who reports.
        time: when it arrived, in ms.
        severity: how bad it is, from 0; a larger number is worse.

    """

    id: int
    account: str
    reporter: str
    time: int
    severity: int


@record
@dataclass(frozen=True)
class Case:
    """All reports about one account, for one review.

    Attributes:
        account: who is reported.
        severity: that of the worst of its reports.
        since: when its first report arrived, in ms.
        reports: the ids of its reports, the earliest first; at one time the lower id first.
        reporters: how many different people reported.

    """

    account: str
    severity: int
    since: int
    reports: tuple[int, ...]
    reporters: int


@answers("reporting.merge_reports")
def one_case(reports: Iterable[Report]) -> Case:
    """Merge reports about **one** account; there is at least one, and all name the same account.

    >>> one_case([Report(2, "shop", "Ada", 500, 1), Report(1, "shop", "Ben", 200, 3)])
    Case(account='shop', severity=3, since=200, reports=(1, 2), reporters=2)
    """
    several = sorted(set(reports), key=lambda one: (one.time, one.id))
    return Case(
        several[0].account,
        max(one.severity for one in several),
        several[0].time,
        tuple(one.id for one in several),
        len({one.reporter for one in several}),
    )
