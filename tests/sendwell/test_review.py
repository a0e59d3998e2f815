"""What module m06 gives: rules, claims about waits, who is next; and what its experiment shows."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, product

import pytest

from fairmark.suites import find_unseen
from sendwell.platform import interval, scenario, simulate
from sendwell.review import (
    Between,
    Claimed,
    Mean,
    Report,
    Route,
    Within,
    article_waits,
    at_once,
    excluded,
    first_rule,
    in_order,
    queue_in_words,
)

WAITING = [("advert", 3, 0), ("threat", 0, 3_000), ("scam", 2, 1_500)]


def test_full_steps_of_waiting_make_more_urgent() -> None:
    assert in_order(WAITING, 3_000, 1_000) == ["advert", "threat", "scam"]
    assert in_order([("advert", 3, 1), *WAITING[1:]], 3_000, 1_000)[0] == "threat"


def test_of_equal_ones_the_first_to_join_goes_first() -> None:
    assert in_order([("b", 1, 0), ("a", 1, 0)], 0, 1_000) == ["b", "a"]


def test_nobody_waiting_is_an_empty_list() -> None:
    assert in_order([], 0, 1) == []


def test_the_first_rule_that_fits_counts() -> None:
    assert first_rule(Report("child safety", 0, messages=0)) == (1, Route("people", 0))
    assert first_rule(Report("threats", 99, messages=0)) == (2, Route("closed", None))
    assert first_rule(Report("spam", 95)) == (4, Route("upheld", None))
    assert first_rule(Report("spam", 95, messages=1)) == (7, Route("people", 3))
    assert first_rule(Report("hate", 6)) == (8, Route("people", 4))


def test_claims_that_can_be_true_at_once_are_those_with_a_hundred_waits_for_both() -> None:
    """The rules agree with the unseen checks' search, on every pair of a small world."""
    possible = find_unseen("review.consistent_pairs", 0).checks[0].body.__globals__["possible"]
    times, percents = range(4), (0, 1, 50, 99, 100)
    world: list[Claimed] = [Mean("m", time) for time in times]
    world += [Between("b", *ends) for ends in product(times, times) if ends[0] <= ends[1]]
    world += [Within("w", time, percent) for time, percent in product(times, percents)]
    for one, other in product(world, world):
        assert at_once(one, other) == possible(one, other), (one, other)


def test_the_articles_waits_are_its_claims_in_minutes() -> None:
    assert article_waits() == [
        Between("D09, by a person", 360, 2_520),
        Mean("H05, by a person", 270),
        Between("H05, extremes", 25, 1_680),
        Mean("H09, one reporter", 1_560),
        Within("D02", 2_880, 68),
        Within("B07, first day", 1_440, 60),
        Within("B07, second day", 2_880, 90),
    ]


def test_what_excludes_each_other_is_said_or_that_the_gaps_are_open() -> None:
    def judge(claims: list[Claimed]) -> list[tuple[str, str]]:
        return [(a.name, b.name) for a, b in combinations(claims, 2) if at_once(a, b)]

    def unwritten(claims: list[Claimed]) -> list[tuple[str, str]]:
        raise NotImplementedError

    lines = excluded(judge).splitlines()
    assert len(lines) == 10
    assert "D02 excludes B07, second day" in lines
    assert excluded(unwritten) == "Fill the gaps first; then run this again."


def test_a_queue_in_words() -> None:
    assert queue_in_words(50, 100, 3_600_000) == (
        "50 wait, and 100 come in 1 h: each waits 30 min on average."
    )
    assert queue_in_words(1, 2, 1) == "1 wait, and 2 come in 1 ms: each waits 0.5 ms on average."
    with pytest.raises(ValueError, match="Nothing has arrived"):
        queue_in_words(1, 0, 1_000)


def test_the_experiment_shows_the_same_with_ten_other_seeds() -> None:
    """Priority helps the first three kinds, costs spam, and moves no waiting away in sum."""
    ordered = replace(scenario("weekend", 0.001), warm_up=0)
    pairs = [
        (simulate(ordered, seed), simulate(replace(ordered, priority=False), seed))
        for seed in range(100, 110)
    ]
    for kind, sign in {"child safety": -1, "threats": -1, "fraud": -1, "spam": 1}.items():
        found = interval([a.of(kind).at_least - b.of(kind).at_least for a, b in pairs])
        assert not found.holds(0)
        assert found.mean * sign > 0
    weights = {kind.name: kind.share for kind in ordered.kinds}
    together = [
        sum(share * (a.of(kind).at_least - b.of(kind).at_least) for kind, share in weights.items())
        for a, b in pairs
    ]
    assert interval(together).holds(0)
