"""The week is always the same, keeps the platform's rules, and shows what each policy does."""

from __future__ import annotations

import time
from itertools import pairwise
from typing import Any

import pytest

from sendwell.checks.answers import AnswerInUse, withheld
from sendwell.shop import Policy, Week, run_week
from sendwell.shop.delivery import MOST_PEOPLE, Platform, RecentPeople, TodaysPeople
from sendwell.shop.people import DEADLINE, RELEASED, Question, Stop, events, people
from sendwell.shop.play import Unfinished, play_week
from sendwell.shop.policy import DAY, HOUR, MINUTE, SECOND

SOME = [
    Policy(),
    Policy(most_people=10_000),
    Policy(audience="everyone", count_over="calendar"),
    Policy(gap=0, answers="after", stop="never"),
    Policy(quiet_where="shop", answers="in turn"),
]


def test_the_numbers_in_the_notebook_are_those_of_the_shop() -> None:
    groups = [person.group for person in people()]
    assert (len(groups), groups.count("asked")) == (900, 420)
    assert (groups.count("customer"), groups.count("bought")) == (300, 180)
    assert sum(isinstance(event, Question) for event in events()) == 22
    stops = [event for event in events() if isinstance(event, Stop)]
    assert len(stops) == 11
    assert all(people()[stop.person].group == "asked" for stop in stops)
    assert max(event.parts for event in events() if isinstance(event, Question)) == 60
    assert RELEASED == (14 * HOUR, 2 * DAY + 20 * HOUR + 58 * MINUTE)
    assert len({person.name for person in people()}) == 900


@pytest.mark.parametrize("policy", SOME)
def test_the_same_policy_gives_the_same_week(policy: Policy) -> None:
    assert run_week.__wrapped__(policy) == run_week.__wrapped__(policy)


@pytest.mark.parametrize("policy", SOME)
def test_the_sender_never_sends_two_messages_within_a_second(policy: Policy) -> None:
    times = [send.time for send in run_week(policy).sends]
    assert all(after - before >= SECOND for before, after in pairwise(times))


@pytest.mark.parametrize("policy", SOME)
def test_the_platform_delivers_to_at_most_its_limit_in_any_24_hours(policy: Policy) -> None:
    heard: dict[int, list[int]] = {}
    for event in events():
        heard.setdefault(event.person, []).append(event.time)
    counted = [
        (send.time, send.person.number)
        for send in run_week(policy).offers
        if not any(t <= send.time < t + DAY for t in heard.get(send.person.number, []))
    ]
    for now, _ in counted:
        assert len({who for t, who in counted if now - DAY < t <= now}) <= MOST_PEOPLE


@pytest.mark.parametrize("policy", SOME)
def test_nobody_gets_an_offer_twice(policy: Policy) -> None:
    got = [(send.person.number, send.offer) for send in run_week(policy).offers]
    assert len(got) == len(set(got))


@pytest.mark.parametrize("policy", SOME)
def test_nothing_leaves_before_it_is_there(policy: Policy) -> None:
    week = run_week(policy)
    assert all(send.time >= RELEASED[send.offer] for send in week.offers)
    assert all(answer.took is None or answer.took >= 0 for answer in week.answered)


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"most_people": 250},
        {"most_people": 210},
        {"gap": 30 * SECOND},
        {"answers": "in turn"},
        {"quiet_from": 20 * HOUR, "quiet_until": 9 * HOUR},
        {"quiet_from": 18 * HOUR, "quiet_until": 10 * HOUR},
        {"quiet_where": "shop", "quiet_from": 13 * HOUR},
    ],
)
def test_several_policies_are_right(changes: dict[str, Any]) -> None:
    week = run_week(Policy(**changes))
    assert [*week.unasked, *week.after_stop, *week.at_night, *week.refused] == []
    assert week.served == week.due
    assert all(a.took is not None and a.took <= 30 * MINUTE for a in week.answered)
    assert week.quickest is not None
    assert week.quickest[0] >= 6 * SECOND


def test_stop_counts_from_its_moment_only_if_the_queue_is_cleared() -> None:
    harmed = [len(run_week(Policy(stop=s)).after_stop) for s in ("at once", "next offer", "never")]
    assert harmed[0] == 0 < harmed[1] < harmed[2]


def test_a_calendar_day_is_refused_just_after_midnight() -> None:
    refused = run_week(Policy(count_over="calendar")).refused
    assert {send.refused for send in refused} == {"people"}
    assert DAY <= refused[0].time < DAY + MINUTE


def test_answers_after_the_offers_miss_the_service_window() -> None:
    week = run_week(Policy(answers="after"))
    assert {send.refused for send in week.refused} == {"closed"}
    assert any(answer.took is None for answer in week.answered)


def test_no_gap_runs_out_of_what_can_be_borrowed() -> None:
    assert "pair" in {send.refused for send in run_week(Policy(gap=0)).refused}


def test_exactly_24_hours_ago_no_longer_counts() -> None:
    recent = RecentPeople()
    recent.add(1, 0)
    assert (recent.count(DAY - 1), recent.frees_at(DAY - 1)) == (1, DAY)
    assert not recent.takes_place(1, DAY - 1)
    assert (recent.count(DAY), recent.takes_place(1, DAY)) == (0, True)
    platform = Platform()
    platform.hear(1, 0)
    assert platform.send(1, DAY - 1, template=False) == ""
    assert platform.send(1, DAY, template=False) == "closed"


def test_the_calendar_forgets_at_midnight() -> None:
    today = TodaysPeople()
    today.add(1, DAY - 1)
    assert (today.count(DAY - 1), today.frees_at(DAY - 1)) == (1, DAY)
    assert today.count(DAY) == 0


def test_a_refused_message_takes_no_place() -> None:
    platform = Platform()
    for person in range(MOST_PEOPLE):
        assert platform.send(person, person, template=True) == ""
    assert platform.send(999, 1_000, template=True) == "people"
    assert platform.send(0, 6_000, template=True) == ""
    assert platform.send(999, DAY, template=True) == "people"
    assert platform.send(999, DAY + 1, template=True) == ""


def test_what_counts_people_does_not_answer_the_build_exercise() -> None:
    with withheld("throttle.sliding_window"), pytest.raises(AnswerInUse):
        RecentPeople().count(0)


def test_a_week_is_shown_as_a_table_and_in_sentences() -> None:
    week = run_week(Policy(count_over="calendar", quiet_where="shop"))
    html, text = week._repr_html_(), repr(week)
    assert html.count('scope="col"') == 9
    assert html.count('scope="row"') == 6
    assert "<caption" in html
    for part in ("Monday", "too many people in 24 hours", f"of the {len(week.due)} people"):
        assert part in html or "both offers" in html
        assert part in text or part.startswith("of the")


def test_a_blank_policy_shows_what_is_missing() -> None:
    shown = play_week({"write_offers_to": "<b>"})
    assert isinstance(shown, Unfinished)
    assert "&lt;b&gt;" in shown._repr_html_()
    assert "quiet_from is not there" in repr(shown)
    assert isinstance(play_week({}), Unfinished)


def test_a_week_takes_less_than_50_ms() -> None:
    best = 1.0
    for _ in range(3):
        started = time.perf_counter()
        week = run_week.__wrapped__(Policy())
        best = min(best, time.perf_counter() - started)
    assert isinstance(week, Week)
    assert week.sends[-1].time < DEADLINE + DAY
    assert best < 0.05
