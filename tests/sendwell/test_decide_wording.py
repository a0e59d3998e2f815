"""The checks of m04's decide notebook: right answers, what mistakes are told, spelling."""

from __future__ import annotations

import re
from itertools import product
from typing import Any, get_args

import pytest

from sendwell.checklist import Audience, Draft, findings
from sendwell.checks import Verdict, check
from sendwell.shop.form import Problem
from sendwell.widgets.threshold_rules import near_cheapest
from sendwell.wording import judged, look_at, measure_words, strings
from sendwell.wording.form import Judgement, Why, read_judgements, read_to
from sendwell.wording.form import Verdict as Said
from sendwell.wording.questions import QUESTIONS
from sendwell.wording.situations import SITUATIONS
from tests.sendwell.decide import Decide

NOTEBOOK = Decide("m04-content", "wording")
RIGHT, BLANK = NOTEBOOK.right, NOTEBOOK.blank
failed, told = NOTEBOOK.failed, NOTEBOOK.told
SUITES = {
    "wording.messages": 12,
    "wording.words": 4,
    "wording.thresholds": 4,
    "wording.chat": 6,
    "wording.draft": 8,
}
EVERY = [Judgement(verdict, why) for verdict, why in product(get_args(Said), get_args(Why))]


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
def test_each_wrong_judgement_is_explained_and_each_right_one_is_not(number: int) -> None:
    situation = SITUATIONS[number - 1]
    for judgement in EVERY:
        message = told("messages", number, str(judgement))
        assert (message == "") == (judgement in situation.right), judgement
        if message:
            assert message.startswith(f'You answered "{judgement}". ')
            assert len(message) > 60


def test_a_report_is_right_only_for_what_hurts_lies_or_was_not_asked_for() -> None:
    for situation in SITUATIONS:
        for judgement in situation.right:
            true = judgement.why in ("hurt", "lie", "unasked")
            assert (judgement.verdict == "report") == true


@pytest.mark.parametrize(
    ("number", "answer", "phrase"),
    [
        (1, "report, unasked", "free is there, and it is true"),
        (2, "leave, known", "no shouting and no prize"),
        (3, "report, lie", "number on your card"),
        (7, "report, lie", "find out first"),
        (10, "leave, known", "all that an honest message has"),
        (12, "report, unasked", "Say STOP"),
        (5, "report, lie", "Look again at why"),
        (5, "unasked", "Do you report it"),
        (5, "report", "Why\\?"),
        (5, "perhaps", 'for example "5. report, unasked"'),
        (5, "report, hmm", "report or leave, a comma"),
    ],
)
def test_misconceptions_meet_their_own_sentence(number: int, answer: str, phrase: str) -> None:
    assert re.search(phrase, told("messages", number, answer))


@pytest.mark.parametrize(
    "text",
    [
        *("report, lie", "Report: it lies", "yes - a scam", "REPORT because lie"),
        *("report it (fraud)", "report it, it's a scam", "report, it is a lie"),
    ],
)
def test_spelling_costs_nothing(text: str) -> None:
    assert read_judgements(f"1. {text}", 1)[1] == Judgement("report", "lie")


@pytest.mark.parametrize(
    ("text", "meant"),
    [("leav, known", "leave, known"), ("rreport, unaskd", "report, unasked"), ("block", "")],
)
def test_a_misspelled_judgement_is_asked_about(text: str, meant: str) -> None:
    given = read_judgements(f"1. {text}", 1)[1]
    assert isinstance(given, Problem)
    assert (f'Did you mean "{meant}"?' in given.message) is bool(meant)


def test_no_spelling_stands_for_two_things() -> None:
    for words in (strings.VERDICTS, strings.WHYS, strings.TO):
        every = [word for several in words.values() for word in several]
        assert len(every) == len(set(every))


# Three words


def test_the_three_words_are_counted_as_the_check_has_them() -> None:
    counts = measure_words("free", "limited", "win")
    assert (counts.found, counts.missed, counts.alarms, counts.passed) == (4, 271, 24, 332)
    shown = repr(counts)
    assert "unwanted              4          271          275" in shown
    assert "Printer on second floor is free now, run" in shown
    assert counts._repr_html_().count("<li>") == 8


def test_two_words_between_one_pair_of_marks_are_told_apart() -> None:
    together, apart = measure_words("free win"), measure_words("free!", "win")
    assert "write each between marks of its own" in repr(together)
    assert "write each between marks of its own" in together._repr_html_()
    assert "between marks" not in repr(apart)
    assert apart.words == ("free", "win")


def test_words_are_whole_words_in_any_case_and_language() -> None:
    assert measure_words("FREE").alarms == measure_words("free").alarms > 0
    assert measure_words("fre").alarms == measure_words("fre").found == 0
    assert measure_words("gratis", language="it").alarms > 0
    assert "none" in repr(measure_words("xyzzy"))
    assert measure_words("f(ree", "win").found == measure_words("win").found
    with pytest.raises(ValueError, match="one word or more"):
        measure_words(" ")
    with pytest.raises(ValueError, match="'de'"):
        measure_words("frei", language="de")


@pytest.mark.parametrize(
    ("name", "value", "phrase"),
    [
        ("honest_in_flagged", "28", "how many are flagged"),
        ("missed_in_100", "271", "Now of 100"),
        ("missed_in_100", "1", "question is about the others"),
        ("right_with_words", "4", "lets an honest message through"),
        ("right_with_words", "332", "flags an unwanted one"),
        ("right_without", "0", "right about every message that is honest"),
        ("right_without", "many", "Write a whole number"),
    ],
)
def test_wrong_counts_are_told_what_they_are(name: str, value: str, phrase: str) -> None:
    (message,) = failed("wording.words", {name: value}).values()
    assert phrase in message


# Thresholds


@pytest.mark.parametrize("name", ["even_costs", "dear_alarms", "rare_unwanted"])
def test_the_thresholds_near_the_cheapest_are_right(name: str) -> None:
    case = {"even_costs": (500, 1, 1), "dear_alarms": (500, 1, 20), "rare_unwanted": (10, 1, 20)}
    for threshold in range(102):
        caught = failed("wording.thresholds", {name: threshold})
        assert (caught == {}) == (threshold in near_cheapest(*case[name])), threshold
        assert all(f"You wrote {threshold}." in message for message in caught.values())


@pytest.mark.parametrize(
    ("name", "value", "phrase"),
    [
        ("even_costs", "10", "higher thresholds"),
        ("even_costs", "90", "lower thresholds"),
        ("even_costs", "102", "from 0 to 101"),
        ("rare_unwanted", "85", "nothing is flagged, it is 10"),
        ("honest_in_1000_flagged", "32", "500 of 1,000"),
        ("honest_in_1000_flagged", "235", "the unwanted among"),
        ("honest_in_1000_flagged", "954", "threshold of 50"),
    ],
)
def test_a_wrong_threshold_is_told_the_way(name: str, value: str, phrase: str) -> None:
    (message,) = failed("wording.thresholds", {name: value}).values()
    assert phrase in message


# What no filter sees


@pytest.mark.parametrize("number", range(1, 7))
def test_each_letter_is_explained(number: int) -> None:
    question = QUESTIONS[number - 1]
    for letter in question.letters:
        message = told("chat", number, letter.upper())
        assert (message == "") == (letter in question.right)
        if message:
            assert message == f'You answered "{letter}". {question.wrong[letter]}'


def test_the_notebook_has_the_letters_that_the_check_knows() -> None:
    table = re.search(r"\| 1 \| A private.*?\n\n", NOTEBOOK.text, re.DOTALL)
    assert table
    for line, question in zip(table.group().strip().splitlines(), QUESTIONS, strict=True):
        assert "".join(re.findall(r"\*\*(\w)\*\*", line)) == question.letters


# A draft


@pytest.mark.parametrize(
    ("changes", "title", "phrase"),
    [
        ({"goes_to": "everyone on the list"}, 0, "Ask first"),
        ({"goes_to": "people who asked"}, 0, "said stop"),
        ({"goes_to": "my friends"}, 0, "people who asked, without"),
        ({"attachment": "tea-list.pdf"}, 4, "send the file to those who ask"),
        ({"attachment": None}, 4, "attachment is None"),
    ],
)
def test_a_wrong_value_of_the_draft_is_explained(
    changes: dict[str, Any], title: int, phrase: str
) -> None:
    caught = failed("wording.draft", changes)
    assert list(caught) == [title]
    assert phrase in caught[title]


@pytest.mark.parametrize(
    ("old", "new", "title", "phrase"),
    [
        ("Kettle & Fern", "us", 1, "Say who you are"),
        ("You asked for", "Here are", 2, "Say why"),
        ("STOP", "no", 3, "how to stop"),
        ("Hello", "www.tea.example www.more.example Hello", 4, "www.more.example"),
        ("Hello", "HELLO", 5, "HELLO"),
        ("Sunday,", "Sunday!!!", 5, "One mark"),
        ("Hello", "🔥🔥🔥🔥 Hello", 5, "three at most"),
        ("is free", "costs you nothing", 6, 'The word "free" is gone'),
        ("until Sunday", "soon", 6, 'The word "sunday" is gone'),
    ],
)
def test_what_is_missing_in_a_draft_is_one_check(
    old: str, new: str, title: int, phrase: str
) -> None:
    caught = failed("wording.draft", {"my_message": RIGHT["my_message"].replace(old, new)})
    assert list(caught) == [title]
    assert phrase in caught[title]


def test_ravis_draft_fails_wherever_the_list_says_so() -> None:
    found = re.search(r"> (🔥.*?)\n\n", NOTEBOOK.text, re.DOTALL)
    assert found
    draft = found[1].replace("\n> ", " ")
    codes = {one.code for one in findings(Draft(draft, "Kettle & Fern"), Audience(asked=True))}
    assert codes == {"sender", "reason", "stop", "links", "shouting", "marks", "emoji"}
    given = {"my_message": draft, "goes_to": "everyone", "attachment": "tea-list.pdf"}
    assert list(failed("wording.draft", given)) == [0, 1, 2, 3, 4, 5]


def test_whom_it_goes_to_is_read_kindly() -> None:
    assert read_to(" Everybody. ") == "everyone"
    assert read_to("People who asked and have not said stop") == "without"


def test_a_look_at_ones_own_message() -> None:
    shown = repr(look_at("HELLO!!! New scarves", "Thimble & Thread", asked=True))
    assert "Say who you are" in shown
    assert "(HELLO)" in shown
    assert "Ask first" in repr(look_at("Hello", "A", asked=False))
    assert "Nothing found" in repr(
        look_at("Kiln here. You asked for news: open today. STOP ends it.", "Kiln", asked=True)
    )
    with pytest.raises(TypeError, match="asked is True or False"):
        look_at("Hello", "A", asked="yes")  # type: ignore[arg-type]


# The reasons


def test_reasons_are_shown_for_right_lines_only() -> None:
    shown = judged({"messages": "1. leave, known\n2. leave, known\n"})
    assert [number for number, *_ in shown.lines] == [1]
    assert "You hold the card" in repr(shown)
    assert "No line is right yet" in repr(judged({}))
    assert "Also right: report, lie." in repr(judged(RIGHT))
    assert "Also right: d." in repr(judged(RIGHT, "chat"))


@pytest.mark.parametrize("form", ["messages", "chat"])
def test_a_form_that_is_no_text_says_how_to_put_it_back(form: str) -> None:
    assert "blank form" in failed(f"wording.{form}", {form: ["a"]})[0]
