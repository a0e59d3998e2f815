"""Module m03, build, exercise 8: the unseen checks. Queues are drawn once for each seed."""

from __future__ import annotations

from typing import Any, TypeAlias

from hypothesis import strategies as st

from fairmark.draw import draw
from sendwell.checks import Suite
from sendwell.checks.elsewhere import Script
from sendwell.checks.learner import Learner
from sendwell.queueing import Message, Queue

Case: TypeAlias = tuple[tuple[Queue, int], Message | None, str]

HOUR = 3_600_000
DAY = 24 * HOUR

HINTS = (
    "These checks use queues that are not printed in the notebook.",
    "Cross out who may not go, then rank the rest; the sentence above says what the clocks show.",
    "Try the ties: 09:00 and 21:00 sharp, the very moment of expires, four hours to the ms.",
)

#: The year of all cases: 2026-01-01 00:00 in UTC.
NEW_YEAR = 1_767_225_600_000
#: Hours ahead of UTC in 2026: in winter, in summer, and the day and the hour, in UTC, at which
#: summer begins and ends. From the rules as they are in force, so that no other code is asked.
ZONES = {
    "Europe/Rome": (1.0, 2.0, (87, 1), (297, 1)),
    "America/New_York": (-5.0, -4.0, (66, 7), (304, 6)),
    "Asia/Kolkata": (5.5, 5.5, (0, 0), (0, 0)),
}


def clock_ahead(now: int, zone: str) -> int:
    """How many ms the clocks of ``zone`` are ahead of UTC at ``now``, in 2026."""
    winter, summer, begins, ends = ZONES[zone]
    begin, end = (NEW_YEAR + day * DAY + hour * HOUR for day, hour in (begins, ends))
    return int((summer if begin <= now < end else winter) * HOUR)


def by_hand(queue: Queue, now: int) -> tuple[Message | None, str]:
    """The contract of next_to_send, one message after the other; and why, in a sentence."""
    best: Message | None = None
    said = []
    for one in queue.messages:
        minutes = (now + clock_ahead(now, one.zone)) % DAY // 60_000
        fate = f"may go, {minutes // 60:02}:{minutes % 60:02} there"
        if not now < one.expires:
            fate = "expired"
        elif any(name == one.contact for name in queue.opted_out):
            fate = "opted out"
        elif one.kind != "service" and (minutes < 9 * 60 or minutes >= 21 * 60):
            fate = f"quiet, {minutes // 60:02}:{minutes % 60:02} there"
        elif best is None or _before(one, best, now):
            best = one
        said.append(f"{one.id}: {fate}")
    return best, f"({'; '.join(said) or 'the queue is empty'})"


def _before(one: Message, other: Message, now: int) -> bool:
    ranks = [each.kind == "marketing" and each.queued > now - 4 * HOUR for each in (one, other)]
    if ranks[0] != ranks[1]:
        return ranks[1]
    if one.queued != other.queued:
        return one.queued < other.queued
    return one.id < other.id


#: The days about a change of the clocks in one of the zones, counted from NEW_YEAR.
CHANGES = {"Europe/Rome": (86, 87, 296, 297), "America/New_York": (65, 66, 303, 304)}
WAITED = (0, 1, HOUR, 4 * HOUR - 1, 4 * HOUR, 4 * HOUR, 4 * HOUR + 1)


def _moment(day: int, hour: int, zone: str) -> int:
    """When a clock in ``zone`` shows ``hour``, some hours after a change of the clocks."""
    utc = NEW_YEAR + day * DAY + hour * HOUR
    return utc - clock_ahead(utc - clock_ahead(utc, zone), zone)


@st.composite
def _edges(give: st.DrawFn) -> Case:
    """One or two offers at the edge of the quiet hours, on days about a change of the clocks."""
    zone = give(st.sampled_from([*ZONES]))
    day = give(st.sampled_from(CHANGES.get(zone, (20, 195))))
    now = _moment(day, give(st.sampled_from([9, 9, 21])), zone) + give(st.sampled_from([-1, 0, 1]))
    zones = [zone, give(st.sampled_from([*ZONES]))][: give(st.integers(1, 2))]
    kinds = [give(st.sampled_from(["marketing"] * 5 + ["service"])) for _ in zones]
    messages = [
        Message(number, "Mia", kind, now - HOUR, now + HOUR, there)
        for number, (kind, there) in enumerate(zip(kinds, zones, strict=True), 1)
    ]
    return _case(messages, now)


@st.composite
def _turns(give: st.DrawFn) -> Case:
    """Some messages in the middle of the day, most of which may go."""
    now = _moment(195, give(st.sampled_from([12, 15])), "Europe/Rome")
    messages = [
        Message(
            number,
            give(st.sampled_from(["Mia", "Mia", "Ben", "Mi"])),
            give(st.sampled_from(["service", "marketing"])),
            now - give(st.sampled_from(WAITED)),
            now + give(st.sampled_from([HOUR, HOUR, 2 * HOUR, 1, 0])),
        )
        for number in give(st.permutations([1, 2, 9, 10]))[: give(st.integers(2, 4))]
    ]
    return _case(messages, now, *give(st.sampled_from([(), (), ("Ben",), ("Ada", "Mia")])))


def _case(messages: list[Message], now: int, *opted_out: str) -> Case:
    queue = Queue(tuple(messages), opted_out)
    answer, why = by_hand(queue, now)
    return (queue, now), answer, why


def suites(seed: int) -> list[Suite]:
    """The unseen suite of the exercise, its queues drawn with ``seed``."""
    suite = Suite("queueing.next_to_send")
    cases: list[Any] = draw(_edges(), 18, seed) + draw(_turns(), 30, seed)
    script = Script.of_calls("next_to_send", cases)

    @suite.check("agrees with the contract, read word for word", points=3, hints=HINTS)
    def agrees(learner: Learner) -> None:
        learner.expect_script(script)

    return [suite]
