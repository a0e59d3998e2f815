"""The form in a notebook asks what the terminal asks, and ends in the same papers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from sendwell.appeals import CaseError, case_names, load_case, read_case
from sendwell.appeals.interview import PARTS, SEVERAL, answers_of
from sendwell.appeals.wizard import AppealForm

TODAY = "2026-11-24"


def fields(form: AppealForm) -> list[Any]:
    return [one for one in form.children[1].children if hasattr(one, "value") and one.description]


def button(form: AppealForm, words: str) -> Any:
    boxes = [form.children[3], *form.children[1].children]
    (found,) = [
        one for box in boxes for one in getattr(box, "children", ()) if one.description == words
    ]
    return found


def fill(form: AppealForm, name: str) -> None:
    """Answer every question of a case, page by page."""
    answers = answers_of(load_case(name))
    for part in PARTS:
        entries = answers[part] if part in SEVERAL else [answers.get(part, answers)]
        for number, entry in enumerate(entries):
            if part in SEVERAL:
                button(form, "Add one").click()
            for index, question in enumerate(form.interview.questions(part, entry)):
                before = number * len(form.interview.questions(part, entry))
                value = entry[question.name]
                typed = "\n".join(value) if question.is_list else question.show(value)
                fields(form)[before + index].value = typed
        assert form.children[2].value == "", part
        button(form, "Finish" if part == PARTS[-1] else "Next").click()


@pytest.mark.parametrize("name", case_names())
def test_a_case_filled_in_is_that_case_and_has_its_papers(name: str, tmp_path: Path) -> None:
    fill(AppealForm(tmp_path, TODAY), name)
    assert read_case(tmp_path / "case.toml") == load_case(name)
    assert (tmp_path / "letter.html").exists()


def test_run_again_it_goes_on_where_it_was_left(tmp_path: Path) -> None:
    form = AppealForm(tmp_path, TODAY)
    fields(form)[0].value = "Mine"
    button(form, "Next").click()
    again = AppealForm(tmp_path, TODAY)
    assert "Part 2 of 11" in again.children[0].value
    button(again, "Back").click()
    assert fields(again)[0].value == "Mine"


def test_a_wrong_answer_is_explained_and_holds_the_page(tmp_path: Path) -> None:
    form = AppealForm(tmp_path, TODAY, load_case("choir"))
    button(form, "Next").click()
    fields(form)[1].value = "07700 900123"
    assert "Write one phone number" in form.children[2].value
    button(form, "Next").click()
    assert "Part 2 of 11" in form.children[0].value
    fields(form)[1].value = "+447700900123"
    assert form.children[2].value == ""
    button(form, "Next").click()
    assert "Part 3 of 11" in form.children[0].value


def test_what_is_asked_depends_on_the_kind_of_account(tmp_path: Path) -> None:
    form = AppealForm(tmp_path, TODAY, load_case("choir"))
    button(form, "Next").click()
    count = len(fields(form))
    fields(form)[0].value = "business platform"
    assert len(fields(form)) == count + 2


def test_what_is_missing_at_the_end_is_said(tmp_path: Path) -> None:
    form = AppealForm(tmp_path, TODAY)
    for _ in PARTS:
        button(form, "Finish" if form.interview.part == len(PARTS) - 1 else "Next").click()
    assert "account: kind is" in form.children[2].value
    assert not (tmp_path / "case.toml").exists()


def test_binder_is_called_a_strangers_server(tmp_path: Path) -> None:
    form = AppealForm(tmp_path, TODAY, binder=True)
    assert "belongs to a stranger" in form.children[0].value
    fields(form)[1].value = "no"
    assert "only an invented case" in form.children[2].value


def test_bad_days_and_damaged_files_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="is no day"):
        AppealForm(tmp_path, "now")
    (tmp_path / "answers.json").write_text("{")
    with pytest.raises(CaseError):
        AppealForm(tmp_path, TODAY)


def test_where_no_widget_is_shown_a_sentence_is(tmp_path: Path) -> None:
    bundle = AppealForm(tmp_path, TODAY)._repr_mimebundle_()
    assert "In a terminal: sendwell appeal" in bundle["text/plain"]
    assert "application/vnd.jupyter.widget-view+json" in bundle
