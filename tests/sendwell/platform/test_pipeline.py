"""What comes before the queue and after it; a crowd; signs; where parameters are from."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sendwell import claims
from sendwell.platform import (
    SCENARIOS,
    Brigade,
    Kind,
    PlatformError,
    Settings,
    interval,
    parameters,
    scenario,
    signs,
    simulate,
)
from sendwell.platform.settings import DAY, FIVE, HOUR, LADDER
from sendwell.platform.signs import MOMENTS

SEEDS = range(6)


def small(**changes) -> Settings:
    kinds = (Kind("urgent", 0.2, 0.6, 0.5), Kind("spam", 0.8, 0.5, 0.5))
    plain = Settings(kinds, 3_000, (3,), 150_000, horizon=3 * DAY, repeats=0.5)
    return replace(plain, **changes)


# Messages, blocks, packages


def test_five_is_the_published_number():
    assert claims.claim("P10").figure("messages").number == FIVE


def test_messages_and_blocks_leave_what_reaches_the_queue_as_it_was():
    plain = simulate(small(), 1)
    more = simulate(small(messages_per_day=1e6, blocks_with=0.5, blocks_alone=2.0), 1)
    assert (plain.messages, plain.blocks) == (0, 0)
    assert more.messages == pytest.approx(3e6, rel=0.01)
    assert more.blocks == pytest.approx(2.5 * more.received, rel=0.05)
    assert replace(more, messages=0, blocks=0) == plain


def test_blocks_follow_the_week():
    busy = (1.0,) * 5 + (3.0,) * 2
    settings = small(days=busy, horizon=7 * DAY, blocks_alone=2.0)
    outcome = simulate(settings, 1)
    assert outcome.blocks == pytest.approx(2 * 3_000 * sum(busy), rel=0.02)


def test_few_are_drawn_exactly():
    settings = small(reports_per_day=3, staff=(1,), blocks_alone=1.0)
    blocks = [simulate(settings, seed).blocks for seed in range(100)]
    assert interval(blocks, 0.99).holds(9)


def test_an_empty_report_can_prove_nothing_and_wrongs_nobody_more():
    full = simulate(small(needs=1.0), 1)
    empty = simulate(small(needs=1.0, package=(1.0,) + (0.0,) * 5), 1)
    assert empty.packages == (empty.received, 0, 0, 0, 0, 0)
    assert (empty.filter.caught, empty.people.caught) == (0, 0)
    assert full.people.caught > 0
    assert empty.people.wronged == pytest.approx(full.people.wronged, rel=0.3)


def test_merged_reports_show_the_largest_package():
    half = {"package": (1.0,) + (0.0,) * 4 + (1.0,), "needs": 1.0, "repeats": 0.9}
    rates = []
    for merging in (False, True):
        people = simulate(small(merging=merging, staff=(1,), **half), 1).people
        rates.append(people.caught / (people.caught + people.missed))
    assert rates[0] == pytest.approx(0.47, abs=0.06)
    assert rates[1] > rates[0] + 0.1


# After the decision


def test_what_the_article_calls_suspended_can_be_appealed_and_a_warning_cannot():
    once = small(repeats=0.0, appeals=1.0)
    assert simulate(once, 1).appealed == 0
    assert simulate(replace(once, appeal_from="warning", filter_time=0), 1).appealed > 0


def test_who_wins_an_appeal_goes_back_down_the_ladder():
    every = {"appeals": 1.0, "appeal_from": "warning", "filter_time": 0, "appeal_staff": 50}
    lost = simulate(small(human_catches=1.0, human_clears=0.0, **every), 1)
    won = simulate(small(human_catches=1.0, human_clears=1.0, **every), 1)
    assert lost.reversed_ == 0 < won.reversed_
    assert won.sanctions["banned"] < lost.sanctions["banned"] / 2


def test_a_week_is_too_short_for_the_articles_legal_review():
    settings = replace(scenario("legal", 0.002), horizon=7 * DAY)
    outcome = simulate(settings, 1)
    assert outcome.in_legal > outcome.legal > 0
    assert settings.legal_time > settings.horizon


# A crowd


def test_a_crowd_is_one_verdict_and_not_one_a_report():
    crowd = small(brigade=Brigade(200, DAY, HOUR), human_clears=0.0)
    for merging in (False, True):
        outcome = simulate(replace(crowd, merging=merging), 1)
        assert outcome.brigade.arrived == 200
        assert outcome.brigade_sanctions == 1
        assert outcome.again > 0
    assert simulate(replace(crowd, human_clears=1.0), 1).brigade_sanctions == 0


def test_more_reports_do_not_raise_the_chance_of_a_wrong_verdict():
    def wronged(reports):
        settings = small(horizon=DAY + HOUR, human_clears=0.5, reports_per_day=500)
        crowd = replace(settings, brigade=Brigade(reports, 0, HOUR))
        return sum(simulate(crowd, seed).brigade_sanctions for seed in range(60))

    one, hundred = wronged(1), wronged(100)
    assert 15 < one < 45
    assert one == hundred


def test_those_who_wait_pay_for_a_crowd_and_merging_ends_it():
    crowd = replace(scenario("brigading", 0.002), horizon=3 * DAY)
    settings = {
        "with": crowd,
        "without": replace(crowd, brigade=None),
        "merged": replace(crowd, merging=True),
    }
    waits = {
        name: [simulate(each, seed).of("threats").at_least for seed in SEEDS]
        for name, each in settings.items()
    }
    paid = interval(a - b for a, b in zip(waits["with"], waits["without"], strict=True))
    assert paid.mean > paid.half > 0
    kept = interval(a - b for a, b in zip(waits["merged"], waits["without"], strict=True))
    assert kept.mean < paid.mean / 5


# Signs and origins


def test_every_rung_has_signs_and_each_rests_on_claims():
    assert set(LADDER) < set(MOMENTS)
    for moment in MOMENTS:
        for sign in signs(moment):
            assert sign.text
            for claim, label in zip(sign.claims, sign.labels, strict=True):
                assert label in claims.cite(claim)


def test_nobody_is_taught_to_watch_other_people():
    used = {claim for moment in MOMENTS for sign in signs(moment) for claim in sign.claims}
    assert "E10" not in used
    assert not {c for c in used if claims.claim(c).status == "harmful advice"}


def test_the_reported_see_nothing():
    assert [str(sign) for sign in signs("reported")] == [
        "Nothing. Nobody tells the person who was reported. (P11, as read on 2026-11-23)"
    ]
    with pytest.raises(PlatformError, match="there are: reported"):
        signs("jail")


@pytest.mark.parametrize("name", SCENARIOS)
def test_every_parameter_says_where_it_is_from(name):
    found = parameters(name)
    assert {each.claim for each in found} >= {"B01", "D11", "H03", "H05", "P10", ""}
    for each in found:
        assert str(each).endswith(")")
        if each.claim:
            assert each.label in claims.cite(each.claim)
        else:
            assert each.label == "(chosen for the course)"


def test_the_scenarios_that_differ_say_in_what():
    names = {name: {each.name for each in parameters(name)} for name in SCENARIOS}
    assert names["legal"] - names["high"] == {
        "reviews that end in the legal one",
        "days that the legal review takes",
    }
    assert len(names["brigading"] - names["high"]) == 1
    assert len(names["weekend"] - names["high"]) == 1
