"""The refusals of m03's decide notebook: right answers, what mistakes are told, spelling."""

from __future__ import annotations

import re
from itertools import product
from typing import get_args

import pytest

from sendwell.checks import Verdict, check
from sendwell.retry import error_codes, shortest_and_longest
from sendwell.shop.form import Problem
from sendwell.shop.refusals import REFUSALS, Action, Decision, Scope, read_refusals
from tests.sendwell.test_decide_checks import BLANK, NOTEBOOK, RIGHT, failed

PERSON, COUNTRY, EVERYONE = "this person", "this country", "everyone"
EVERY = [Decision(action, scope) for action, scope in product(get_args(Action), get_args(Scope))]


def refusals_with(code: int, answer: str) -> dict[str, str]:
    """The author's form with another answer for ``code``."""
    return {"refusals": re.sub(rf"(?m)^{code}\. .*", f"{code}. {answer}", RIGHT["refusals"])}


def told(code: int, answer: str) -> str:
    """What the check of ``code`` says to ``answer``; "" if it is right. No other line may fail."""
    caught = failed("pacing.refusals", refusals_with(code, answer))
    index = [refusal.code for refusal in REFUSALS].index(code)
    assert set(caught) <= {index}
    return caught.get(index, "")


def test_the_solution_gets_every_point_and_the_blank_form_none() -> None:
    assert repr(check("pacing.refusals", RIGHT)) == "8"
    report = check("pacing.refusals", BLANK)
    assert repr(report) == "0"
    assert {result.verdict for result in report.results} == {Verdict.MISSING}
    assert repr(check("pacing.refusals", {})) == "0"


def test_every_code_of_the_table_is_decided_or_shown_as_an_example() -> None:
    codes = {int(code) for code in re.findall(r"(?m)^ *(\d+)  ", error_codes())}
    graded = {refusal.code for refusal in REFUSALS}
    assert codes == graded | {130429, 131047}
    text = NOTEBOOK.text
    assert "`130429`" in text
    assert "`131047`" in text


@pytest.mark.parametrize("code", [refusal.code for refusal in REFUSALS])
def test_each_wrong_decision_is_explained_and_each_right_one_is_not(code: int) -> None:
    (refusal,) = (refusal for refusal in REFUSALS if refusal.code == code)
    said = set()
    for decision in EVERY:
        message = told(code, str(decision))
        assert (message == "") == (decision in refusal.right), decision
        if message:
            assert message.startswith(f'You answered "{decision}". ')
            assert len(message) > 80
            assert not any(str(right) in message for right in refusal.right)
            said.add(message)
    assert len(said) == len(EVERY) - len(refusal.right)
    assert len(refusal.hints) == 3


@pytest.mark.parametrize("code", [refusal.code for refusal in REFUSALS])
def test_the_decisions_agree_with_how_long_the_build_notebook_waits(code: int) -> None:
    (refusal,) = (refusal for refusal in REFUSALS if refusal.code == code)
    scope, _, longest = shortest_and_longest(code, 0)
    best = refusal.right[0]
    day = 86_400_000
    expected = "stop" if scope == "never" else "wait" if longest >= day else "retry"
    assert best.action == expected
    assert scope in {"never", {"person": "pair", "everyone": "all"}.get(best.scope)}


def test_the_table_beside_the_form_is_the_table_of_the_claims() -> None:
    text = NOTEBOOK.text
    shown = dict(re.findall(r"(?m)^\| `(\d+)` \| (.*?) \{claim\}`P4[78]` \|$", text))
    printed = dict(re.findall(r"(?m)^ *(\d+)  (.*)$", error_codes()))
    assert len(shown) == 8
    assert shown == {code: printed[code].removesuffix(" (unverified)") for code in shown}
    assert [int(code) for code in shown] == [refusal.code for refusal in REFUSALS]


def test_two_codes_have_more_than_one_right_answer_as_the_notebook_says() -> None:
    several = [refusal.code for refusal in REFUSALS if len(refusal.right) > 1]
    assert several == [131049, 130497]
    assert "**Two lines\nhave more than one right answer**" in NOTEBOOK.text


@pytest.mark.parametrize(
    ("code", "answer", "phrase"),
    [
        (131048, "retry, everyone", "not about speed"),
        (131048, "wait, everyone", "the reason stays"),
        (131048, "stop, this person", "what many people did"),
        (131049, "retry, this person", "at least a day"),
        (131049, "wait, everyone", "counted for each person"),
        (131056, "stop, this person", "too soon after the last one"),
        (131056, "retry, everyone", "those people are waiting"),
        (131031, "wait, everyone", "no end that is known"),
        (131031, "stop, this person", "your own account"),
        (368, "wait, everyone", "its cause does not"),
        (130497, "stop, everyone", "People elsewhere"),
        (131026, "retry, this person", "does not say why"),
        (131050, "wait, this person", "does not run out"),
        (131050, "stop, everyone", "What to do is right"),
    ],
)
def test_misconceptions_meet_their_own_sentence(code: int, answer: str, phrase: str) -> None:
    assert phrase in told(code, answer)


@pytest.mark.parametrize(
    "answer",
    [
        "stop, this person",
        "Stop, this person.",
        "STOP THIS PERSON",
        "stop - this person",
        "stop (this person)",
        "stop for this person",
        "stop writing to Mia",
        "this person: stop",
        "do not send, that person",
        "`stop`, `this person`",
        '"stop, this person"',
        "? stop, this person",
    ],
)
def test_a_line_is_read_whatever_its_spelling(answer: str) -> None:
    assert read_refusals(f"131026. {answer}")[131026] == Decision("stop", "person")


@pytest.mark.parametrize("length", ["24 h", "for 24 hours", "a day", "1 day", "2 days", "1440 min"])
def test_a_wait_of_a_day_or_more_is_a_wait(length: str) -> None:
    read = read_refusals(f"131049. wait {length}, this person")
    assert read[131049] == Decision("wait", "person")


@pytest.mark.parametrize("length", ["6 s", "for 20 minutes", "23 h"])
def test_a_shorter_wait_is_told_that_it_is_called_a_retry(length: str) -> None:
    problem = read_refusals(f"131056. wait {length}, this person")[131056]
    assert isinstance(problem, Problem)
    assert "For seconds or minutes, write retry" in problem.message


@pytest.mark.parametrize(
    ("answer", "scope"),
    [
        ("stop, everyone", "everyone"),
        ("stop everybody", "everyone"),
        ("stop, everyone in that country", "country"),
        ("stop, country", "country"),
    ],
)
def test_everyone_in_a_country_is_not_everyone(answer: str, scope: Scope) -> None:
    assert read_refusals(f"368: {answer}")[368] == Decision("stop", scope)


@pytest.mark.parametrize(
    ("answer", "phrase"),
    [
        ("stop", 'Line 368 says "stop". For whom?'),
        ("everyone", "What is to be done?"),
        ("perhaps", "Write what to do (retry, wait or stop), a comma"),
        ("stop, perhaps everyone", "Write what to do"),
        ("wait or stop, everyone", "Keep one answer"),
        ("stop, this person, everyone", "Keep one answer"),
        ("wait a bit, this person", "Write what to do"),
    ],
)
def test_what_cannot_be_read_is_explained(answer: str, phrase: str) -> None:
    problem = read_refusals(f"368. {answer}")[368]
    assert isinstance(problem, Problem)
    assert not problem.blank
    assert phrase in problem.message


def test_a_line_that_is_gone_or_there_twice_names_itself() -> None:
    caught = failed("pacing.refusals", {"refusals": "368. stop, everyone\n368. ?\n"})
    assert "no line that begins with 131048" in caught[0]
    assert 'for example "131048. stop, this country"' in caught[0]
    assert "Line 368 is there 2 times" in caught[4]


def test_a_form_that_is_no_text_says_how_to_put_it_back() -> None:
    caught = failed("pacing.refusals", {"refusals": None})
    assert "refusals is no longer a text" in caught[0]
