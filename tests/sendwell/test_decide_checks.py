"""The checks of m03's decide notebook: its solution passes all, each mistake fails its own."""

from __future__ import annotations

import re
from typing import Any

import pytest

from sendwell.checks import Verdict, check
from sendwell.shop.form import Answer, read_form
from sendwell.shop.situations import SITUATIONS
from tests.sendwell.decide import Decide

NOTEBOOK = Decide("m03-throttle", "pacing")
RIGHT, BLANK = NOTEBOOK.right, NOTEBOOK.blank
failed = NOTEBOOK.failed

ASKED, STOP, PAIR, PEOPLE, NIGHT, PROMPT, OUT = range(7)


def answers_with(number: int, answer: str) -> dict[str, str]:
    return {
        "situations": re.sub(rf"(?m)^{number}\. .*", f"{number}. {answer}", RIGHT["situations"])
    }


@pytest.mark.parametrize(("suite", "points"), [("pacing.situations", 12), ("pacing.policy", 8)])
def test_the_solution_gets_every_point_and_the_blank_form_none(suite: str, points: int) -> None:
    assert repr(check(suite, RIGHT)) == str(points)
    report = check(suite, BLANK)
    assert repr(report) == "0"
    assert {result.verdict for result in report.results} == {Verdict.MISSING}
    assert repr(check(suite, {})) == "0"


def test_the_blank_forms_folded_away_are_the_blank_forms() -> None:
    assert NOTEBOOK.folded_away() == NOTEBOOK.forms()


def test_each_line_counts_alone() -> None:
    half = re.sub(r"(?m)^([7-9]|1[0-2])\. .*", r"\1. ?", RIGHT["situations"])
    assert repr(check("pacing.situations", {"situations": half})) == "6"


@pytest.mark.parametrize("number", range(1, 13))
@pytest.mark.parametrize("wrong", ["send", "do not send", "wait 1 s", "wait 30 h"])
def test_each_wrong_answer_is_explained(number: int, wrong: str) -> None:
    situation = SITUATIONS[number - 1]
    if str(situation.answer) == wrong:
        return
    caught = failed("pacing.situations", answers_with(number, wrong))
    assert list(caught) == [number - 1]
    message = caught[number - 1]
    assert message.startswith(f'You answered "{wrong}". ')
    assert len(message) > 60
    if situation.answer.kind == "wait":
        assert str(situation.answer) not in message


@pytest.mark.parametrize(
    ("number", "answer"),
    [(4, "Wait 4 seconds."), (5, "wait 180 min"), (8, "wait for 10 hours"), (8, "wait 600 min")],
)
def test_the_same_wait_in_other_words_is_right(number: int, answer: str) -> None:
    assert failed("pacing.situations", answers_with(number, answer)) == {}


@pytest.mark.parametrize(
    ("number", "answer", "phrase"),
    [
        (4, "wait 6 s", "some of the 6 s have gone by"),
        (4, "wait 2 s", "fewer than 6 s"),
        (5, "wait 13 h", "do not start anew at midnight"),
        (5, "wait 24 h", "they do not start with Emma"),
        (6, "wait 1 s", "exactly 24 hours is outside the window"),
        (8, "send", "the clock of the person"),
        (9, "send", "only an approved template"),
        (3, "send", "A queue is no excuse"),
        (11, "wait 30 s", "not about speed"),
        (1, "later", "Write one of the three forms"),
    ],
)
def test_misconceptions_meet_their_own_sentence(number: int, answer: str, phrase: str) -> None:
    assert phrase in failed("pacing.situations", answers_with(number, answer))[number - 1]


def test_swapped_numbers_fail_two_lines_and_a_doubled_one_names_itself() -> None:
    swapped = RIGHT["situations"].replace("1. send", "x. send", 1).replace("2. do", "1. do", 1)
    caught = failed("pacing.situations", {"situations": swapped.replace("x. send", "2. send")})
    assert list(caught) == [0, 1]
    doubled = RIGHT["situations"].replace("7. send", "6. send")
    caught = failed("pacing.situations", {"situations": doubled})
    assert "Line 6 is there 2 times" in caught[5]
    assert "no line that begins with 7" in caught[6]


@pytest.mark.parametrize("value", [["send"], None, 12])
def test_a_form_that_is_no_text_says_how_to_put_it_back(value: object) -> None:
    assert "blank form" in failed("pacing.situations", {"situations": value})[0]


@pytest.mark.parametrize(
    ("changes", "wrong", "phrase"),
    [
        ({"write_offers_to": "all customers"}, {ASKED, OUT}, "gave a number for a parcel"),
        ({"write_offers_to": "everyone on the list"}, {ASKED, OUT}, "somebody sold to the shop"),
        ({"no_offers_after_a_stop": "from the next offer on"}, {STOP}, "in the queue already"),
        ({"no_offers_after_a_stop": "at the end of the week"}, {STOP}, "said stop on"),
        ({"seconds_between_messages": 0}, {PAIR}, "refused 1 as too fast"),
        ({"seconds_between_messages": "4"}, {PAIR}, "no need to borrow"),
        ({"seconds_between_messages": "60"}, {PROMPT}, "answer of many parts"),
        ({"most_people_a_day": "251"}, {PEOPLE}, "250 different people in any 24 hours"),
        ({"most_people_a_day": "2000"}, {PEOPLE}, "too many people in 24 hours"),
        ({"a_day_means": "the calendar day"}, {PEOPLE}, "starts anew at midnight"),
        ({"most_people_a_day": "100"}, {OUT}, "With 100 people a day"),
        ({"quiet_clock": "where the shop is"}, {NIGHT}, "lives in Perth"),
        ({"quiet_from": "22:00"}, {NIGHT}, "reached people at night"),
        ({"quiet_until": "07:00"}, {NIGHT}, "reached people at night"),
        ({"quiet_from": "8:00", "quiet_until": "21:00"}, {NIGHT}, "the wrong way round"),
        ({"quiet_from": "12:31", "quiet_until": "12:30"}, {OUT}, "quiet hours take 24 h"),
        ({"answer_questions": "after the offers"}, {PROMPT}, "waited behind the offers"),
    ],
)
def test_each_bad_rule_fails_its_own_goal(
    changes: dict[str, Any], wrong: set[int], phrase: str
) -> None:
    caught = failed("pacing.policy", changes)
    assert set(caught) == wrong
    assert phrase in " ".join(caught.values())


def test_a_half_filled_policy_gets_the_points_of_what_is_there() -> None:
    some = {"write_offers_to": "people who asked", "no_offers_after_a_stop": "At once."}
    report = check("pacing.policy", BLANK | some)
    assert repr(report) == "3"
    missing = [r.message for r in report.results if r.verdict is Verdict.MISSING]
    assert len(missing) == 5
    assert "quiet_clock is still blank" in missing[2]


def test_a_value_that_cannot_be_read_says_what_can_be() -> None:
    caught = failed("pacing.policy", {"write_offers_to": "those who asked", "quiet_from": "nine"})
    assert 'Choose one of: "people who asked"' in caught[ASKED]
    assert "Write a time of day" in caught[NIGHT]
    assert set(caught) == {ASKED, NIGHT, OUT}


@pytest.mark.parametrize("most", [1, 50, 250, 5_000])
@pytest.mark.parametrize("audience", ["all customers", "everyone on the list"])
def test_no_limit_makes_writing_to_people_who_never_asked_right(most: int, audience: str) -> None:
    changes = {"write_offers_to": audience, "most_people_a_day": most}
    assert ASKED in failed("pacing.policy", changes)


def test_the_author_answers_are_those_of_the_situations() -> None:
    read = read_form(RIGHT["situations"], 12)
    assert [read[n] for n in range(1, 13)] == [s.answer for s in SITUATIONS]
    assert all(isinstance(s.answer, Answer) and len(s.hints) == 3 for s in SITUATIONS)
