"""The simulated platform: against theory, against itself, and with bad settings."""

from __future__ import annotations

import tracemalloc
from dataclasses import replace

import pytest

from sendwell.platform import (
    SCENARIOS,
    Brigade,
    Kind,
    PlatformError,
    Settings,
    interval,
    scenario,
    simulate,
)
from sendwell.platform.formulas import cobham_waits, erlang_c, erlang_wait, single_wait
from sendwell.platform.settings import DAY, HOUR
from tools.validate_platform import bare, conserved, rows, seconds, steady


def small(**changes) -> Settings:
    kinds = (Kind("urgent", 0.2, 0.6, 0.5), Kind("spam", 0.8, 0.5, 0.5))
    plain = Settings(kinds, 3_000, (3,), 150_000, horizon=3 * DAY, repeats=0.5)
    return replace(plain, **changes)


#: Everything that the plain platform leaves out.
BESIDE = {
    "messages_per_day": 1e6,
    "blocks_with": 0.5,
    "blocks_alone": 2.0,
    "package": (1.0,) * 6,
    "needs": 0.5,
    "legal": 0.05,
}


def test_every_formula_lies_in_its_interval():
    outside = [row for row in rows(seeds=8, shrink=7) if not row.holds]
    assert not outside


def test_a_wrong_formula_lies_outside():
    settings = replace(steady(4, 0.9), horizon=3 * DAY)
    waits = [simulate(settings, seed).classes[0].mean_wait for seed in range(8)]
    assert not interval(waits, 0.99).holds(2 * erlang_wait(4, 3.6 / 60_000, 60_000))


@pytest.mark.parametrize("merging", [False, True])
@pytest.mark.parametrize("priority", [False, True])
@pytest.mark.parametrize("staff", [(3,), (1,), (0,) * 8 + (4,) * 16])
def test_no_report_is_lost(merging, priority, staff):
    outcome = simulate(small(merging=merging, priority=priority, staff=staff), 5)
    assert conserved(outcome)
    assert (outcome.merged > 0) == merging
    assert sum(outcome.sanctions.values()) > outcome.appealed > 0


def test_no_report_is_lost_with_a_legal_review_and_a_crowd():
    outcome = simulate(small(brigade=Brigade(300, DAY, HOUR), **BESIDE), 5)
    assert conserved(outcome)
    assert min(outcome.legal, outcome.in_legal, outcome.again) > 0


def test_the_same_seed_gives_the_same_and_another_does_not():
    assert simulate(small(), 1) == simulate(small(), 1)
    assert simulate(small(), 1) != simulate(small(), 2)


def test_more_staff_leaves_the_arrivals_as_they_were():
    few, many = simulate(small(), 3), simulate(small(staff=(9,)), 3)
    assert (few.received, few.filtered) == (many.received, many.filtered)
    assert few.of("spam").mean_wait > many.of("spam").mean_wait


def test_what_still_waits_at_the_end_counts():
    spam = simulate(small(staff=(1,)), 1).of("spam")
    assert spam.waiting > 0
    assert spam.at_least > spam.mean_wait
    assert sum(spam.waits) == spam.taken_up


def test_priority_serves_the_urgent_at_the_cost_of_the_others():
    with_it, without = (simulate(small(staff=(2,), priority=p), 1) for p in (True, False))
    assert with_it.of("urgent").mean_wait < without.of("urgent").mean_wait / 2
    assert with_it.of("spam").mean_wait > without.of("spam").mean_wait


def test_merging_shortens_the_queue():
    plain, merged = (simulate(small(staff=(2,), merging=m), 1) for m in (False, True))
    assert merged.of("spam").queue < plain.of("spam").queue


def test_nobody_on_duty_at_night_makes_reports_wait_for_the_morning():
    day = simulate(small(staff=(0,) * 8 + (6,) * 16), 1)
    assert 6 * HOUR < day.of("spam").longest < 9 * HOUR
    assert 0 < day.utilisation < 1


def test_the_ladder_rises_with_repeats():
    assert simulate(small(repeats=0.0), 1).sanctions["limited"] == 0
    assert simulate(small(repeats=0.5), 1).sanctions["banned"] > 0


@pytest.mark.parametrize("name", SCENARIOS)
def test_scenarios_run(name):
    settings = replace(scenario(name, 0.002), horizon=2 * DAY)
    assert conserved(simulate(settings, 1))


def test_a_weekend_peak_overloads_where_the_average_does_not():
    assert scenario("weekend").demand == pytest.approx(scenario("high").demand)
    assert scenario("high").demand < 1 < scenario("high").demand * scenario("weekend").days[6]


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"kinds": ()}, "at least one kind"),
        ({"kinds": (Kind("a", 1), Kind("a", 1))}, "name of its own"),
        ({"kinds": (Kind("a", 1, guilty=1.2),)}, "guilty of a must lie between 0 and 1"),
        ({"reports_per_day": 0}, "reports_per_day must be more than 0"),
        ({"reports_per_day": float("nan")}, "reports_per_day must be more than 0"),
        ({"days": (1.0,) * 6}, "Monday first"),
        ({"staff": (0,)}, "staff needs"),
        ({"spread": "normal"}, "'normal'"),
        ({"warm_up": 3 * DAY}, "warm_up must lie"),
        ({"appeal_staff": 0}, "appeal_staff"),
        ({"repeats": -0.1}, "repeats must lie"),
        ({"needs": 1.5}, "needs must lie"),
        ({"messages_per_day": 100}, "at least reports_per_day"),
        ({"blocks_alone": -1}, "blocks_alone must be finite"),
        ({"package": (1.0,) * 5}, "package needs 6 weights"),
        ({"package": (0.0,) * 6}, "not all 0"),
        ({"legal_time": 0}, "legal_time must be more than 0"),
        ({"appeal_from": "jail"}, "one of warning, limited, suspended, banned, found 'jail'"),
        ({"brigade": Brigade(5, 0, 60_000, kind=2)}, "a place in kinds, below 2; found 2"),
    ],
)
def test_a_bad_setting_gets_a_sentence(changes, says):
    with pytest.raises(PlatformError, match=says):
        small(**changes)


def test_a_crowd_that_cannot_be_gets_a_sentence():
    with pytest.raises(PlatformError, match="at least 1"):
        Brigade(0, 0, 1)


def test_an_unknown_scenario_or_scale_gets_a_sentence():
    with pytest.raises(PlatformError, match="there are: low"):
        scenario("busy")
    with pytest.raises(PlatformError, match="scale"):
        scenario("low", 0.0)


def test_memory_does_not_grow_with_the_horizon():
    def measured(days):
        tracemalloc.start()
        try:
            simulate(small(horizon=days * DAY, staff=(6,), **BESIDE), 1)
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    measured(3)
    assert measured(18) < 1.2 * measured(6)


def test_it_takes_at_most_twice_the_time_of_a_bare_queue():
    settings = replace(steady(20, 0.9), horizon=2 * DAY)
    ratios = [
        seconds(lambda: simulate(settings, 1)) / seconds(lambda: bare(settings, 1))
        for _ in range(3)
    ]
    assert min(ratios) < 2


def test_formulas_at_known_values():
    assert erlang_c(1, 0.5) == pytest.approx(0.5)
    assert erlang_c(2, 1.0) == pytest.approx(1 / 3)
    assert cobham_waits(1, [0.5], 1.0) == pytest.approx([erlang_wait(1, 0.5, 1.0)])
    assert single_wait(0.5, 1.0, 2.0) == pytest.approx(erlang_wait(1, 0.5, 1.0))
    with pytest.raises(ValueError, match="steady state"):
        erlang_c(2, 2.0)
    with pytest.raises(ValueError, match="steady state"):
        single_wait(1.0, 1.0, 2.0)


def test_the_interval_is_students():
    found = interval(range(1, 11))
    assert (found.mean, found.runs) == (5.5, 10)
    assert found.half == pytest.approx(2.262157 * 3.027650 / 10**0.5, rel=1e-3)
    with pytest.raises(ValueError, match="5 seeds"):
        interval([1, 2])
