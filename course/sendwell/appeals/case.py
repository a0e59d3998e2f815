"""A case: what happened to an account, as far as it is known. Nothing here is guessed.

Every field holds what its owner wrote. "" means that there is nothing to write or that nobody
knows; None stands for an unknown number. Days are written as people write them: ``2026-11-14``, or
``2026-11`` and ``2026`` where no more is known, or with the local time, ``2026-11-14 09:12``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sendwell.checks.values import record

#: "personal" is the app WhatsApp, "business app" the app WhatsApp Business, "business platform" the
#: API with a business portfolio, "channel" a WhatsApp Channel.
AccountKind = Literal["personal", "business app", "business platform", "channel"]
#: Whether the person who appeals administers the business portfolio; "" for every other account.
Admin = Literal["", "yes", "no", "unknown"]
NoticePlace = Literal["app", "business support home", "email", "nowhere"]
MeasureKind = Literal[
    "warning", "temporary ban", "restriction", "lock", "ban", "disabled", "unknown"
]
EventKind = Literal[
    "measure", "lifted", "review requested", "unchanged", "reversed", "taken over", "other"
]
Consent = Literal["all asked", "some asked", "nobody asked", "unknown"]
Stops = Literal["honoured", "not honoured", "nobody said stop", "unknown"]
Tool = Literal["by hand", "broadcast list", "group", "platform", "automation", "unknown"]
AppKind = Literal["official", "unofficial", "unknown"]
Control = Literal["owner alone", "shared", "taken over", "unknown"]
Sureness = Literal["known", "suspected", "unknown"]
BrokeRule = Literal["yes", "no", "unknown"]
EvidenceKind = Literal["notice", "consent", "messages", "account", "business", "device", "other"]
YesNo = Literal["yes", "no", "unknown"]


@record
@dataclass(frozen=True)
class Account:
    """Which account it is.

    ``number`` is in E.164: a plus and 8 to 15 digits, no spaces ("" for a channel without one);
    ``name`` is what the account shows to others, ``use`` what it is used for, in one sentence;
    ``provider`` is the partner through whom the business platform is used, "" if none.
    """

    kind: AccountKind
    number: str
    name: str
    use: str
    admin: Admin = ""
    provider: str = ""


@record
@dataclass(frozen=True)
class Notice:
    """What the platform said: ``text`` word for word ("" if nothing was kept), and when, and where.

    ``rule`` is the rule that the notice itself names, "" if it names none; ``review_offered`` says
    whether the place of the notice offers to request a review.
    """

    text: str
    when: str
    where: NoticePlace
    rule: str
    review_offered: YesNo


@record
@dataclass(frozen=True)
class Measure:
    """What was done to the account: ``scope`` says what no longer works.

    ``until`` is when it ends, if the notice or a timer shows that; else "".
    """

    kind: MeasureKind
    scope: str
    until: str


@record
@dataclass(frozen=True)
class Event:
    """Something earlier in the life of the account, or since the notice."""

    when: str
    kind: EventKind
    what: str


@record
@dataclass(frozen=True)
class Sending:
    """What was sent to whom: one line for everything that went out for one reason.

    ``first`` and ``last`` are days; ``people`` and ``messages`` are counts, None if unknown;
    ``source`` says where the numbers came from, ``record`` where the consent is written down.
    """

    first: str
    last: str
    what: str
    to: str
    source: str
    people: int | None
    messages: int | None
    consent: Consent
    record: str
    stops: Stops
    tool: Tool


@record
@dataclass(frozen=True)
class App:
    """The app and the devices; ``automation`` names what else had access ("" if nothing had)."""

    kind: AppKind
    name: str
    version: str
    source: str
    automation: str
    devices: tuple[str, ...]
    control: Control


@record
@dataclass(frozen=True)
class Evidence:
    """Something at hand that shows a fact: ``shows`` says which.

    ``others`` lists what it holds of other people ("names", "numbers", "messages", "codes"...);
    ``struck`` says whether that has been struck out in the copy that would be sent.
    """

    kind: EvidenceKind
    what: str
    when: str
    shows: str
    others: tuple[str, ...] = ()
    struck: bool = False


@record
@dataclass(frozen=True)
class Cause:
    """What led to the measure, as far as the owner knows.

    ``basis`` says what that rests on. ``broke_rule`` is the owner's honest answer to whether a rule
    was broken, ``rule`` names the rule. ``stopped`` is when the cause was stopped, "" if it still
    goes on, and ``how`` says how.
    """

    sure: Sureness
    what: str
    basis: str
    broke_rule: BrokeRule
    rule: str
    stopped: str
    how: str


@record
@dataclass(frozen=True)
class Remedy:
    """Something that keeps it from happening again.

    ``done`` is when it was done, "" if it is only planned; ``check`` says how anybody can tell.
    """

    what: str
    done: str
    check: str


@record
@dataclass(frozen=True)
class Case:
    """All that is known about one measure against one account.

    ``others`` holds the names of other people that occur in the evidence, so that they can be
    struck out. ``unknown`` holds the questions that nobody can answer yet, as sentences.
    """

    title: str
    fictional: bool
    place: str
    account: Account
    notice: Notice
    measure: Measure
    history: tuple[Event, ...]
    sent: tuple[Sending, ...]
    app: App
    evidence: tuple[Evidence, ...]
    cause: Cause
    remedies: tuple[Remedy, ...]
    others: tuple[str, ...]
    unknown: tuple[str, ...]
