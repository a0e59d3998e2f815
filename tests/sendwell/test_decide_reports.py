"""The checks of m05's decide notebook: right answers, what mistakes are told, spelling."""

from __future__ import annotations

import re
from itertools import permutations, product
from typing import get_args

import pytest

from sendwell.checks import Verdict, check
from sendwell.reports import reasons, strings
from sendwell.reports.form import Action, Decision, Kind, read_decisions, read_number
from sendwell.reports.people import QUESTIONS
from sendwell.reports.situations import SITUATIONS
from sendwell.shop.form import Problem
from tests.sendwell.decide import Decide

NOTEBOOK = Decide("m05-reporting", "reports")
RIGHT, BLANK = NOTEBOOK.right, NOTEBOOK.blank
failed, told = NOTEBOOK.failed, NOTEBOOK.told
SUITES = {"reports.steps": 2, "reports.messages": 12, "reports.people": 8, "reports.crowd": 4}
EVERY = [Decision(kind, action) for kind, action in product(get_args(Kind), get_args(Action))]


@pytest.mark.parametrize(("suite", "points"), SUITES.items())
def test_the_solution_gets_every_point_and_the_blank_form_none(suite: str, points: int) -> None:
    assert repr(check(suite, RIGHT)) == str(points)
    report = check(suite, BLANK)
    assert repr(report) == "0"
    assert {result.verdict for result in report.results} == {Verdict.MISSING}
    assert repr(check(suite, {})) == "0"


def test_the_blank_forms_folded_away_are_the_blank_forms() -> None:
    assert NOTEBOOK.folded_away() == NOTEBOOK.forms()


# Twelve messages


@pytest.mark.parametrize("number", range(1, 13))
def test_each_wrong_decision_is_explained_and_each_right_one_is_not(number: int) -> None:
    situation = SITUATIONS[number - 1]
    for decision in EVERY:
        message = told("messages", number, str(decision))
        assert (message == "") == (decision in situation.right), decision
        if message:
            assert message.startswith(f'You answered "{decision}". ')
            assert len(message) > 70
        else:
            assert len(situation.right[decision]) > 20


def test_a_block_is_never_wrong_where_nobody_does_wrong_and_a_report_always_is() -> None:
    for situation in SITUATIONS:
        kinds = {decision.kind for decision in situation.right}
        actions = {decision.action for decision in situation.right}
        if kinds & {"fine", "nuisance"}:
            assert actions == {"nothing", "block"}
        if kinds & {"spam", "scam"}:
            assert "both" in actions
        if "danger" in kinds:
            assert actions == {"emergency"}


def test_most_rows_have_reasons_for_several_right_answers() -> None:
    assert sum(len(situation.right) > 1 for situation in SITUATIONS) >= 7


@pytest.mark.parametrize(
    ("number", "answer", "phrase"),
    [
        (1, "scam, block", "the next person gets the same"),
        (3, "threat, report and block", "sounds worse|sound worse"),
        (4, "spam, report", "You asked for these offers"),
        (7, "threat, report and block", "call first"),
        (8, "danger, report", "asks for help"),
        (9, "nuisance, report", "no button for not agreeing"),
        (11, "spam, report", "wrote to a customer of theirs"),
        (12, "scam, block", "cannot be blocked"),
        (6, "threat, go to the police", "right beside it"),
        (6, "danger, call the police", "Nobody is about to be hurt"),
        (2, "perhaps", 'for example "2. spam, report and block"'),
        (2, "block", "What kind of message is it?"),
        (2, "nuisance", "What do you do?"),
    ],
)
def test_misconceptions_meet_their_own_sentence(number: int, answer: str, phrase: str) -> None:
    assert re.search(phrase, told("messages", number, answer))


@pytest.mark.parametrize(
    "text",
    [
        "scam, report and block",
        "Scam: block and report.",
        "a scam - report & block",
        "SCAM both",
        "fraud; block then report",
        "It is a scam, report and block",
        "\u201cscam\u201d, \u201creport and block\u201d",
        '"scam", "report and block"',
    ],
)
def test_spelling_costs_nothing(text: str) -> None:
    assert read_decisions(f"1. {text}", 1)[1] == Decision("scam", "both")


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (7, "danger, call 112"),
        (8, "danger: 999"),
        (4, "fine, say stop"),
        (4, "nuisance, unsubscribe"),
    ],
)
def test_what_people_write_of_themselves_is_right(number: int, text: str) -> None:
    assert told("messages", number, text) == ""


@pytest.mark.parametrize("text", ["scam, call her", "scam, leave the group", "scam, keep it"])
def test_a_step_beside_the_five_is_not_called_wrong(text: str) -> None:
    assert "right beside it" in told("messages", 12, text)


def test_no_spelling_stands_for_two_things() -> None:
    for words in (strings.KINDS, strings.ACTIONS, strings.STEPS):
        every = [word for several in words.values() for word in several]
        assert len(every) == len(set(every))


def test_every_kind_of_the_notebook_is_one_of_the_form() -> None:
    text = NOTEBOOK.text
    for words in (strings.KINDS, strings.ACTIONS):
        for several in words.values():
            assert f"`{several[0]}`" in text


# The order of four steps


def test_the_right_orders_are_those_that_the_notebook_names() -> None:
    for order in permutations(["keep", "report", "block", "delete"]):
        form = "".join(f"{n}. {step}\n" for n, step in enumerate(order, 1))
        report = check("reports.steps", {"steps": form})
        last = order.index("delete")
        points = (order.index("report") < last) + (order.index("keep") < last)
        assert repr(report) == str(points), order


def test_a_step_named_twice_is_said() -> None:
    text = "1. keep\n2. report\n3. report\n4. delete\n"
    assert "report is there 2 times" in failed("reports.steps", {"steps": text})[0]


# Groups, friends, fear


@pytest.mark.parametrize("number", range(1, 9))
def test_each_letter_is_explained(number: int) -> None:
    question = QUESTIONS[number - 1]
    for letter in question.letters:
        message = told("people", number, letter.upper())
        assert (message == "") == (letter in question.right)
        if message:
            assert message == f'You answered "{letter}". {question.wrong[letter]}'
    assert "This row has" in told("people", number, "x")


def test_the_notebook_has_the_letters_that_the_check_knows() -> None:
    table = re.search(r"\| 1 \| A stranger.*?\n\n", NOTEBOOK.text, re.DOTALL)
    assert table
    for line, question in zip(table.group().strip().splitlines(), QUESTIONS, strict=True):
        assert "".join(re.findall(r"\*\*(\w)\*\*", line)) == question.letters


def test_no_letter_is_right_so_often_that_guessing_pays() -> None:
    for letter in "abcde":
        assert sum(letter in question.right for question in QUESTIONS) <= 4


# The crowd


@pytest.mark.parametrize(
    ("name", "value", "phrase"),
    [
        ("flagged_rightly", "95000", "95 of 100 of everybody"),
        ("flagged_wrongly", "1000", "1 of 100 of everybody"),
        ("innocent_in_1000_flagged", "10", "begins at the other end"),
        ("innocent_in_1000_flagged", "160", "the guilty among"),
        ("innocent_in_1000_reported", "840", "if only the filter counted"),
        ("innocent_in_1000_reported", "500", "before the filter looks"),
        ("flagged_rightly", "many", "Write a whole number"),
        ("flagged_rightly", True, "Write a whole number"),
        ("innocent_in_1000_flagged", "84 %", "a share of 100"),
    ],
)
def test_wrong_counts_are_told_what_they_are(name: str, value: str, phrase: str) -> None:
    (message,) = failed("reports.crowd", {name: value}).values()
    assert phrase in message


@pytest.mark.parametrize("value", ["998", 998, " 998 ", "998.0", 997.6])
def test_a_number_may_be_written_with_or_without_marks(value: object) -> None:
    assert failed("reports.crowd", {"flagged_wrongly": value}) == {}
    assert isinstance(read_number("n", -1), Problem)
    assert isinstance(read_number("n", float("nan")), Problem)
    assert read_number("n", "99,800") == 99_800
    assert read_number("n", "10,42") == read_number("n", "10.417") == 10
    assert read_number("n", "99'800") == read_number("n", "99 800") == 99_800


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("1.900", "You wrote 1.900, which reads as 2 (thousands are written without a point)."),
        ("0.84", "You wrote 0.84, which reads as 1."),
        ("0,840", "You wrote 0,840, which reads as 1."),
        (0.84, "You wrote 0.84, which reads as 1."),
        ("84", "You wrote 84."),
        ("84.0", "You wrote 84."),
    ],
)
def test_a_wrong_number_is_shown_as_it_was_written_and_read(value: object, shown: str) -> None:
    (message,) = failed("reports.crowd", {"innocent_in_1000_flagged": value}).values()
    assert message.startswith(f"{shown} ")


# The reasons


def test_reasons_are_shown_for_right_lines_only() -> None:
    text = "1. scam, report and block\n2. spam, report\n"
    shown = reasons({"messages": text})
    assert [number for number, *_ in shown.lines] == [1]
    assert shown.open == tuple(range(2, 13))
    for words in (repr(shown), shown._repr_html_()):
        assert "He pretends, to get money and a code." in words
        assert "It is a mistake" not in words
    assert "No line is right yet" in repr(reasons({}))
    assert "No line is right yet" in reasons({"messages": 3})._repr_html_()


def test_reasons_name_the_other_right_answers() -> None:
    words = repr(reasons(RIGHT))
    assert "Also right: scam, report and block. Somebody uses her account." in words
    assert words.endswith("All lines are right.")
    assert "Also right: b. Who uses the link" in repr(reasons(RIGHT, "people"))


@pytest.mark.parametrize("form", ["messages", "steps", "people"])
def test_a_form_that_is_no_text_says_how_to_put_it_back(form: str) -> None:
    assert "blank form" in failed(f"reports.{form}", {form: ["a"]})[0]
