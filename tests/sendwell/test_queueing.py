"""The records of a queue, what clocks show, and the table of who goes."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from suites.queueing import HOUR, NEW_YEAR, ZONES, clock_ahead

from sendwell.checks.answers import AnswerInUse, withheld
from sendwell.queueing import Message, Queue, at, in_turn, on_the_clock, queue_at

NOON = at("2026-07-15 12:00")


def message(
    number: int, kind: str = "service", waited: int = 0, zone: str = "Europe/Rome"
) -> Message:
    return Message(number, f"c{number}", kind, NOON - waited, NOON + 1, zone)


def test_at_and_on_the_clock_are_each_other_backwards() -> None:
    for clock, zone in (("2026-03-29 03:00", "Europe/Rome"), ("2026-01-01 00:30", "Asia/Kolkata")):
        shown = on_the_clock(at(clock, zone), zone)
        assert shown.endswith(f"{clock[-5:]}:00.000")
    assert at("1970-01-01 00:00:00.007", "UTC") == 7


def test_of_an_hour_that_comes_twice_the_first_is_meant() -> None:
    assert at("2026-10-25 02:30") == at("2026-10-25 00:30", "UTC")


@pytest.mark.parametrize("zone", ZONES)
def test_the_rules_that_the_unseen_checks_write_out_are_those_of_the_database(zone: str) -> None:
    for moment in range(NEW_YEAR, NEW_YEAR + 365 * 24 * HOUR, HOUR // 2):
        known = datetime.fromtimestamp(moment // 1_000, ZoneInfo(zone)).utcoffset()
        assert known is not None
        assert clock_ahead(moment, zone) == known.total_seconds() * 1_000


def test_who_may_go_comes_in_turn_and_the_rest_with_a_reason() -> None:
    waiting = (
        message(1, "marketing"),
        message(2),
        message(3, "marketing", 4 * HOUR),
        message(4, "marketing", 4 * HOUR, "America/New_York"),
        message(5),
    )
    queue = Queue((*waiting, Message(6, "late", "service", NOON, NOON)), ("c5",))
    assert [(one.id, fate) for one, fate in in_turn(queue, NOON)] == [
        (3, "goes"),
        (2, "waits"),
        (1, "waits"),
        (4, "quiet hours"),
        (5, "opted out"),
        (6, "expired"),
    ]


def test_table_shows_how_long_each_has_waited_and_the_clock_there() -> None:
    line = queue_at(Queue((message(1, "marketing", 90 * 60_000, "Asia/Kolkata"),)), NOON)
    assert line.splitlines()[1].split() == (
        ["1", "c1", "marketing", "1", "h", "30", "Wed", "15", "Jul", "15:30:00.000", "goes"]
    )


def test_table_refuses_while_the_exercise_is_checked() -> None:
    with withheld("queueing.next_to_send"), pytest.raises(AnswerInUse):
        in_turn(Queue(()), NOON)
