"""What module m06 gives: who is next in a queue."""

from __future__ import annotations

from sendwell.review import in_order

WAITING = [("advert", 3, 0), ("threat", 0, 3_000), ("scam", 2, 1_500)]


def test_full_steps_of_waiting_make_more_urgent() -> None:
    assert in_order(WAITING, 3_000, 1_000) == ["advert", "threat", "scam"]
    assert in_order([("advert", 3, 1), *WAITING[1:]], 3_000, 1_000)[0] == "threat"


def test_of_equal_ones_the_first_to_join_goes_first() -> None:
    assert in_order([("b", 1, 0), ("a", 1, 0)], 0, 1_000) == ["b", "a"]


def test_nobody_waiting_is_an_empty_list() -> None:
    assert in_order([], 0, 1) == []
