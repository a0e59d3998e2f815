"""The plan of each fictional case is the path that its author reasoned out, and the edges hold."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest

from sendwell.appeals import case_names, load_case, load_path, plan
from sendwell.appeals.case import Case, Event
from sendwell.appeals.dates import add_months
from sendwell.appeals.library import CASES
from sendwell.appeals.plan import CLAIMS, Channel, Stance, deadline
from sendwell.appeals.strings_plan import DO, WHY
from sendwell.claims import record

HELD_BACK = Path(__file__).parents[3] / "grader" / "appeal_cases"
ALL = [(folder, name) for folder in (CASES, HELD_BACK) for name in case_names(folder)]
TODAY = "2026-11-24"


def ids(case: Case, today: str = TODAY) -> list[str]:
    return [step.id for step in plan(case, today).steps]


@pytest.mark.parametrize(("folder", "name"), ALL, ids=[name for _, name in ALL])
def test_the_plan_is_the_right_path(folder: Path, name: str) -> None:
    path = load_path(name, folder)
    made = plan(load_case(name, folder), path.today)
    assert (made.channel, made.stance, made.ready) == (path.channel, path.stance, path.ready)
    assert tuple(step.id for step in made.steps) == path.steps
    assert len(path.why) > 60


def test_the_cases_cover_every_branch() -> None:
    plans = [plan(load_case(n, f), load_path(n, f).today) for f, n in ALL]
    assert {one.channel for one in plans} == set(get_args(Channel))
    assert {one.stance for one in plans} == set(get_args(Stance))
    assert {step.id for one in plans for step in one.steps} == set(DO) == set(WHY)
    assert len(case_names()) >= 12
    assert not set(case_names()) & set(case_names(HELD_BACK))


def test_every_step_says_why_and_rests_on_facts_that_there_are() -> None:
    for facts in CLAIMS.values():
        assert all(record(key) for key in facts)
    for folder, name in ALL:
        for step in plan(load_case(name, folder), TODAY).steps:
            assert step.do
            assert step.why
            assert "{" not in step.do
            assert bool(step.as_of) == bool(step.claims), step


def test_the_period_includes_its_last_day_and_no_more() -> None:
    case = load_case("clinic-lock")
    assert deadline(case) == "2027-02-01"
    assert plan(case, "2027-02-01").channel == "business support home"
    assert plan(case, "2027-02-01 23:59").channel == "business support home"
    assert plan(case, "2027-02-02").channel == "too late"


def test_without_the_day_of_the_notice_no_period_is_invented() -> None:
    case = load_case("clinic-lock")
    unknown = replace(case, notice=replace(case.notice, when=""))
    assert deadline(unknown) == ""
    asking = next(step for step in plan(unknown, TODAY).steps if step.id == "ask support home")
    assert asking.due == ""


def test_nothing_is_written_before_the_cause_is_stopped() -> None:
    case = load_case("tea-shop")
    running = replace(case, cause=replace(case.cause, stopped=""))
    made = plan(running, TODAY)
    assert not made.ready
    assert "stop" in made.before
    assert ids(running).index("stop") < ids(running).index("ask app")


def test_a_taken_over_account_confesses_nothing() -> None:
    made = plan(load_case("bakery-takeover"), TODAY)
    assert made.stance != "acknowledge"
    assert made.steps[0].id == "danger"


def test_a_suspected_cause_is_not_confessed() -> None:
    case = load_case("tea-shop")
    suspected = replace(case, cause=replace(case.cause, sure="suspected"))
    assert plan(suspected, TODAY).stance == "unknown"


def test_contest_and_breach_at_once_is_no_stance() -> None:
    case = load_case("tea-shop")
    both = replace(case, cause=replace(case.cause, broke_rule="no"))
    assert plan(both, TODAY).stance == "unknown"
    assert "clear up" in plan(both, TODAY).before
    told = next(step.do for step in plan(both, TODAY).steps if step.id == "clear up")
    assert "winter teas" in told


def test_an_answer_about_an_earlier_measure_does_not_close_this_one() -> None:
    case = load_case("tea-shop")
    earlier = replace(case, history=(Event("2026-11-13", "unchanged", "Another ban."),))
    now = replace(case, history=(Event("2026-11-14", "unchanged", "This ban."),))
    unsure = replace(case, history=(Event("2026-11", "unchanged", "A ban."),))
    assert [plan(one, TODAY).channel for one in (earlier, now, unsure)] == [
        "app",
        "closed",
        "closed",
    ]


def test_evidence_with_a_code_stays_out_even_if_struck() -> None:
    case = load_case("choir")
    coded = replace(case.evidence[0], others=("codes",), struck=True)
    made = plan(replace(case, evidence=(coded,)), TODAY)
    assert made.before == ("no codes",)


def test_a_month_later_exists() -> None:
    assert add_months("2026-08-31", 6) == "2027-02-28"
    assert add_months("2026-11-12 15:20", 6) == "2027-05-12"
    assert add_months("2026-06-30", 6) == "2026-12-30"


def test_today_must_be_a_day() -> None:
    with pytest.raises(ValueError, match="write a day such as"):
        plan(load_case("choir"), "today")
