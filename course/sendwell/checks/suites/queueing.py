"""Module m03, build, going further, exercise 8: the checks that learners may read."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from sendwell.checks.elsewhere import Script
from sendwell.checks.learner import Learner
from sendwell.checks.suite import Suite
from sendwell.queueing import FOUR_HOURS, Message, Queue, at

next_to_send = Suite("queueing.next_to_send")

NOON = at("2026-07-15 12:00")
HOUR = 3_600_000

_SERVICE = Message(1, "Mia", "service", NOON - HOUR, NOON + HOUR)
_MARKETING = Message(2, "Ben", "marketing", NOON - HOUR, NOON + HOUR)


def _case(
    now: int, wanted: Message | None, messages: tuple[Message, ...], because: str, *out: str
) -> tuple[tuple[Queue, int], Message | None, str]:
    return (Queue(messages, out), now), wanted, because


def _offer(clock: str, zone: str = "Europe/Rome") -> tuple[int, Message]:
    """The moment at which a clock in ``zone`` shows ``clock``, and an offer queued just before."""
    now = at(clock, zone)
    return now, Message(1, "Mia", "marketing", now - 60_000, now + HOUR, zone)


@cache
def _expired_script() -> Script:
    last = replace(_SERVICE, expires=NOON + 1)
    return Script.of_calls(
        "next_to_send",
        [
            _case(NOON, None, (), "The queue is empty."),
            _case(NOON, last, (last,), "It expires in one millisecond: it may still go."),
            _case(NOON + 1, None, (last,), "At the very moment of expires it is too late."),
            _case(NOON + 9, None, (last,), "It has expired."),
            _case(
                NOON + 1, _MARKETING, (last, _MARKETING), "Message 1 has expired, message 2 goes."
            ),
        ],
    )


@next_to_send.check(
    "what has expired is never sent, and None if nothing is left",
    points=1,
    hints=(
        "Is there a message that may go at all? And what is returned if there is none?",
        "At expires it is too late. One millisecond before, it is not.",
        "Keep those with now < one.expires; if the list is empty: return None",
    ),
)
def _expired(learner: Learner) -> None:
    learner.expect_script(_expired_script())


@cache
def _opted_out_script() -> Script:
    both = (_SERVICE, _MARKETING)
    return Script.of_calls(
        "next_to_send",
        [
            _case(NOON, _MARKETING, both, "Mia has opted out, Ben has not.", "Mia"),
            _case(NOON, _SERVICE, both, "Ben has opted out, Mia has not.", "Ben"),
            _case(NOON, None, both, "Both have opted out.", "Ben", "Mia"),
            _case(NOON, _SERVICE, both, "Miaka is somebody else.", "Miaka"),
        ],
    )


@next_to_send.check(
    "an opt-out wins, whatever the message is",
    points=1,
    hints=(
        "Where does the queue say who wants no messages?",
        "The opt-out may have come while the message waited. It holds for service, too.",
        "Leave out those with one.contact in queue.opted_out",
    ),
)
def _opted_out(learner: Learner) -> None:
    learner.expect_script(_opted_out_script())


@cache
def _quiet_script() -> Script:
    cases = []
    for shown, quiet in (
        ("08:59:59.999", True),
        ("09:00", False),
        ("20:59:59.999", False),
        ("21:00", True),
        ("22:30", True),
        ("00:00", True),
    ):
        now, offer = _offer(f"2026-07-15 {shown}")
        because = f"In Rome it is {shown}: {'quiet hours' if quiet else 'marketing may go'}."
        cases.append(_case(now, None if quiet else offer, (offer,), because))
        if quiet:
            called = replace(offer, kind="service")
            cases.append(_case(now, called, (called,), f"{because} Service may go at any hour."))
    for zone, clock, quiet in (
        ("America/New_York", "2026-07-15 08:00", True),
        ("America/New_York", "2026-07-15 20:00", False),
        ("Asia/Kolkata", "2026-07-15 09:15", False),
        ("Asia/Kolkata", "2026-07-15 21:15", True),
    ):
        now, offer = _offer(clock, zone)
        because = f"The clock of {zone} shows {clock[11:]}."
        cases.append(_case(now, None if quiet else offer, (offer,), because))
    now, far = _offer("2026-07-15 08:30", "America/New_York")
    near = replace(far, id=2, zone="Europe/Rome")
    cases.append(
        _case(now, near, (far, near), "08:30 in New York is 14:30 in Rome: each by its own clock.")
    )
    return Script.of_calls("next_to_send", cases)


@next_to_send.check(
    "quiet hours hold marketing back, on the recipient's clock",
    points=2,
    hints=(
        "What does the recipient's clock show, and for which kind does that matter?",
        "Quiet is from 21:00, this moment included, until 09:00, this moment not included.",
        "hour = datetime.fromtimestamp(now // 1000, ZoneInfo(one.zone)).hour",
    ),
)
def _quiet(learner: Learner) -> None:
    learner.expect_script(_quiet_script())


@cache
def _saving_script() -> Script:
    cases = []
    for zone, days in (
        ("Europe/Rome", ("2026-03-28", "2026-03-29", "2026-10-24", "2026-10-25")),
        ("America/New_York", ("2026-03-08", "2026-11-01")),
    ):
        for day in days:
            for shown, quiet in (("08:59", True), ("09:00", False)):
                now, offer = _offer(f"{day} {shown}", zone)
                because = f"On {day} the clock of {zone} shows {shown} at this moment."
                cases.append(_case(now, None if quiet else offer, (offer,), because))
    return Script.of_calls("next_to_send", cases)


@next_to_send.check(
    "daylight saving moves the quiet hours along",
    points=1,
    hints=(
        "How far is the recipient's clock from UTC on that very day?",
        "It is no fixed number of hours: Rome is one or two ahead, New York four or five behind.",
        "ZoneInfo(one.zone) knows the day of the change; a number of hours of your own does not",
    ),
)
def _saving(learner: Learner) -> None:
    learner.expect_script(_saving_script())


@cache
def _ranks_script() -> Script:
    def offer(waited: int) -> Message:
        return replace(_MARKETING, queued=NOON - waited)

    def called(waited: int) -> Message:
        return replace(_SERVICE, queued=NOON - waited)

    late = (offer(FOUR_HOURS - 1), called(0))
    equal = (called(HOUR), offer(FOUR_HOURS))
    younger = (offer(FOUR_HOURS), called(FOUR_HOURS + 1))
    fresh = replace(offer(HOUR), id=3)
    return Script.of_calls(
        "next_to_send",
        [
            _case(NOON, late[1], late, "The offer has waited a millisecond less than four hours."),
            _case(NOON, late[1], late[::-1], "Service first, wherever in the queue it stands."),
            _case(NOON, equal[1], equal, "Four hours: it ranks equal, and it has waited longer."),
            _case(NOON, younger[1], younger, "They rank equal, and the service message is older."),
            _case(
                NOON,
                offer(FOUR_HOURS),
                (fresh, offer(FOUR_HOURS)),
                "Among offers, too, the older one goes first.",
            ),
            _case(
                NOON,
                called(0),
                (offer(FOUR_HOURS), called(0)),
                "The offer ranks equal, but Ben has opted out.",
                "Ben",
            ),
        ],
    )


@next_to_send.check(
    "service first; marketing that has waited four hours ranks equal",
    points=2,
    hints=(
        "Which messages rank first, and what makes an offer one of them?",
        "An offer queued four hours ago, or longer, ranks with service: the older of them goes.",
        'rank = 0 if one.kind == "service" or now - one.queued >= 4 * 3_600_000 else 1',
    ),
)
def _ranks(learner: Learner) -> None:
    learner.expect_script(_ranks_script())


@cache
def _ties_script() -> Script:
    ninth, tenth = replace(_SERVICE, id=9), replace(_SERVICE, id=10, contact="Ada")
    older = replace(_SERVICE, id=11, queued=_SERVICE.queued - 1, expires=NOON + 9 * HOUR)
    offers = replace(_MARKETING, id=4), replace(_MARKETING, id=3)
    return Script.of_calls(
        "next_to_send",
        [
            _case(NOON, ninth, (tenth, ninth), "Queued at the same time: 9 is smaller than 10."),
            _case(NOON, ninth, (ninth, tenth), "Queued at the same time: 9 is smaller than 10."),
            _case(NOON, older, (ninth, tenth, older), "Queued a millisecond earlier: it goes."),
            _case(NOON, older, (older, ninth, tenth), "Queued a millisecond earlier: it goes."),
            _case(NOON, offers[1], offers, "Two offers alike: 3 is smaller than 4."),
            _case(
                NOON,
                replace(offers[0], id=1, queued=NOON - 5 * HOUR),
                (
                    replace(_SERVICE, queued=NOON - 5 * HOUR, id=2),
                    replace(offers[0], id=1, queued=NOON - 5 * HOUR),
                ),
                "Equal rank, queued at the same time: the smaller id, of whatever kind.",
            ),
        ],
    )


@next_to_send.check(
    "of equal rank the one queued first, then the smaller id",
    points=2,
    hints=(
        "What decides between two messages of the same rank?",
        "First queued, the smaller number; only if that is the same, the smaller id.",
        "min(..., key=lambda one: (rank, one.queued, one.id))",
    ),
)
def _ties(learner: Learner) -> None:
    learner.expect_script(_ties_script())
