"""A draft holds what the case holds, and nothing else."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from sendwell.appeals import case_names, load_case, plan
from sendwell.appeals.case import Remedy
from sendwell.appeals.interview import answers_of
from sendwell.appeals.letter import MOST_WORDS, draft
from sendwell.appeals.library import CASES
from sendwell.appeals.paper import (
    checklist_html,
    checklist_markdown,
    letter_html,
    letter_markdown,
    write_papers,
)
from sendwell.appeals.read import read_case
from sendwell.appeals.review import review_letter
from sendwell.appeals.strings_letter import SENTENCES

TODAY = "2026-11-24"
HELD_BACK = Path(__file__).parents[3] / "grader" / "appeal_cases"
ALL = [(folder, name) for folder in (CASES, HELD_BACK) for name in case_names(folder)]


def text_of(name: str) -> str:
    return " ".join(one.text for one in draft(load_case(name), TODAY).sentences)


@pytest.mark.parametrize("name", case_names())
def test_every_number_in_a_letter_stands_in_the_case(name: str) -> None:
    held = str(answers_of(load_case(name)))
    for number in re.findall(r"\d+", re.sub(r"\(\w+ \d+\.\w+\)", "", text_of(name))):
        assert number in held


@pytest.mark.parametrize("name", case_names())
def test_every_sentence_stands_on_facts_that_the_case_has(name: str) -> None:
    case = load_case(name)
    for sentence in draft(case, TODAY).sentences:
        assert sentence.facts
        for fact in sentence.facts:
            part, _, field = fact.partition(".")
            head, _, number = part.partition(" ")
            value = getattr(case, head)
            value = value[int(number) - 1] if number else value
            assert not field or hasattr(value, field), fact


@pytest.mark.parametrize("name", case_names())
def test_there_is_a_letter_exactly_where_there_is_something_to_ask(name: str) -> None:
    case = load_case(name)
    letter = draft(case, TODAY)
    assert bool(letter.sentences) == bool(plan(case, TODAY).request)
    if not letter.sentences:
        assert letter.warnings[0].startswith("There is no letter to write. ")


def test_it_never_contests_and_confesses() -> None:
    contest = SENTENCES["contest"]
    for name in case_names():
        text = text_of(name)
        assert not (contest in text and "It broke this rule" in text)
    assert contest in text_of("choir")
    assert "It broke this rule: Business Messaging Policy" in text_of("tea-shop")
    assert "I do not know the cause." in text_of("choir")


def test_a_gap_is_shown_as_a_gap_and_named_once() -> None:
    letter = draft(load_case("bakery-takeover"), TODAY)
    assert letter.gaps == ("cause.stopped", "cause.how")
    assert "Stopped on [gap: When the cause was stopped (cause.stopped)]" in text_of(
        "bakery-takeover"
    )
    assert (
        "2 gaps are left. Fill them in the case, or leave their sentences out." in letter.warnings
    )
    assert letter_html(letter).count("<mark>") == letter_html(letter).count("</mark>") == 4


def test_what_is_planned_is_not_called_done() -> None:
    case = load_case("choir")
    case = replace(case, remedies=(Remedy("A second organiser reads along.", "", ""),))
    text = " ".join(one.text for one in draft(case, TODAY).sentences)
    assert "Planned, not done yet: A second organiser reads along." in text
    assert "Anybody" not in text
    case = replace(case, remedies=(Remedy("A second reads along", "", "Two names under it"),))
    text = " ".join(one.text for one in draft(case, TODAY).sentences)
    assert "A second reads along Anybody" not in text
    assert "Anybody can tell by this: Two names under it." in text


def test_every_sentence_ends_also_one_that_its_owner_left_open() -> None:
    case = replace(load_case("bakery-takeover"), unknown=("Nobody knows who reported me",))
    letter = draft(case, TODAY)
    assert all(one.text[-1] in ".!?”" for one in letter.sentences)
    assert "Nobody knows who reported me. I can show" in " ".join(
        one.text for one in letter.sentences
    )


def test_other_people_are_struck_out_and_codes_never_offered() -> None:
    case = load_case("tea-shop")
    named = replace(case, unknown=("Nobody knows what priya shah thinks.",))
    text = " ".join(one.text for one in draft(named, TODAY).sentences)
    assert "what [name struck out] thinks" in text
    assert "paper cards with a tick" not in text  # not struck yet
    assert "six-digit code (" not in text_of("bakery-takeover")


@pytest.mark.parametrize(("folder", "name"), ALL, ids=[name for _, name in ALL])
def test_no_letter_of_a_case_here_is_too_long(folder: Path, name: str) -> None:
    assert draft(load_case(name, folder), TODAY).words <= MOST_WORDS


def test_a_letter_that_grows_too_long_leaves_out_plans_and_details_first() -> None:
    text = text_of("tea-shop")
    assert "Planned" not in text
    assert "The text and the time of the notice" not in text
    assert "The list holds 118 numbers, one for each card." in text


def test_a_letter_that_is_still_too_long_says_so() -> None:
    case = load_case("tea-shop")
    long = replace(case, unknown=(" ".join(["Nobody", *(["ever"] * 60), "knows."]),))
    assert any("Keep to 250" in note for note in draft(long, TODAY).notes)


def test_no_count_is_told_twice() -> None:
    assert "It went to 312 people from the till's customer list. Not" in text_of("tea-shop")
    assert "(The choir's group), in one message." in text_of("choir")


def test_a_draft_says_where_it_goes_and_what_is_struck_out() -> None:
    assert text_of("clinic-lock").startswith("I ask in Business Support Home for a review")
    assert text_of("gym-no-admin").startswith("Through an administrator of the portfolio I ask")
    assert text_of("radio-channel").startswith("With the platform's own complaint I ask")
    assert "I can show, with other people's data struck out: 41 membership" in text_of("choir")


@pytest.mark.parametrize(("folder", "name"), ALL, ids=[name for _, name in ALL])
def test_the_review_finds_nothing_invented_in_a_draft(folder: Path, name: str) -> None:
    case = load_case(name, folder)
    letter = draft(case, TODAY)
    text = "\n\n".join(" ".join(one.text for one in part) for part in letter.paragraphs)
    review = review_letter(text, case, TODAY)
    assert [one for one in review.flags if one.kind != "template"] == []
    missed = {one.criterion for one in review.findings if one.rules == "missed"}
    assert not letter.sentences or not missed & {1, 2, 3, 4, 7, 8, 13, 14, 15}


def test_the_papers_hold_case_checklist_and_letter(tmp_path: Path) -> None:
    files = write_papers(load_case("choir"), TODAY, tmp_path / "mine")
    assert sorted(path.name for path in (tmp_path / "mine").iterdir()) == sorted(
        path.name for path in files
    )
    assert read_case(tmp_path / "mine" / "case.toml") == load_case("choir")
    letter = (tmp_path / "mine" / "letter.html").read_text()
    assert "Please review the measure against this number." in letter
    assert "<script" not in letter


def test_markup_in_a_case_stays_text() -> None:
    case = replace(load_case("choir"), title="<script>alert(1)</script>", unknown=("<b>&</b>",))
    for page in (letter_html(draft(case, TODAY)), checklist_html(plan(case, TODAY), case.title)):
        assert "<script>" not in page
        assert "<b>" not in page


def test_the_checklist_says_for_each_step_why_and_on_what_it_rests() -> None:
    made = plan(load_case("clinic-lock"), TODAY)
    text = checklist_markdown(made, "x")
    assert text.count("[ ]") == len(made.steps)
    assert "**By: 2027-02-01.**" in text
    assert "P60, as read on 2026-11-23" in text
    assert letter_markdown(draft(load_case("tutor-warning"), TODAY)).count("##") == 0


def test_what_forbids_sending_is_printed_with_the_letter() -> None:
    html = letter_html(draft(load_case("tea-shop"), TODAY))
    on_paper = re.sub(r'<div class="screen">.*?</div>', "", html)
    assert "An invented case: not to be sent." in on_paper
    assert "Step 1 of the checklist comes before it." in on_paper
    assert "Read it once aloud" not in on_paper


def test_other_peoples_numbers_are_struck_out_and_the_own_one_stays() -> None:
    case = load_case("choir")
    told = "Was it +44 7700 900-999 or +447700900999, written to from +44 7700 900201?"
    text = " ".join(one.text for one in draft(replace(case, unknown=(told,)), TODAY).sentences)
    assert "Was it [number struck out] or [number struck out], written" in text
    assert "from +44 7700 900201?" in text
    assert "against +447700900201." in text
