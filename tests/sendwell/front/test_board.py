"""Where a learner stands, from what was passed."""

from __future__ import annotations

from pathlib import Path

import pytest

from sendwell.checks.suite import find_suite
from sendwell.front import completion_page, restore_progress, save_progress, where_you_are
from sendwell.front.board import board
from sendwell.front.contents import NOTEBOOKS
from sendwell.progress import Passed, merge, read, to_text

FIRST = NOTEBOOKS[0]
BUILDS = [notebook for notebook in NOTEBOOKS if notebook.for_programmers]
DECIDES = [notebook for notebook in NOTEBOOKS if not notebook.for_programmers]
FURTHER = next(notebook for notebook in BUILDS if notebook.further)


def passed(*exercises: str) -> Passed:
    return {name: sorted(check.title for check in find_suite(name).checks) for name in exercises}


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    kept = tmp_path / "kept" / "progress.json"
    monkeypatch.setenv("SENDWELL_PROGRESS", str(kept))
    monkeypatch.chdir(tmp_path)
    return kept


def test_at_first_the_first_notebook_is_next() -> None:
    shown = board({})
    assert [row.state for row in shown.rows] == ["new"] * len(NOTEBOOKS)
    assert shown.sentences() == [
        f"Nothing is passed yet. Begin with {FIRST.title}.",
        f"If you program: {BUILDS[0].title}.",
    ]


def test_an_exercise_counts_once_every_check_of_it_is_passed() -> None:
    name = FIRST.exercises[0]
    titles = passed(name)[name]
    partly, whole = board({name: titles[:-1]}).rows[0], board({name: titles}).rows[0]
    assert (partly.done, partly.state) == ((), "begun")
    assert (whole.done, whole.state) == ((name,), "begun")
    assert board(passed(*FIRST.exercises)).rows[0].state == "done"


def test_what_goes_further_is_shown_and_does_not_count() -> None:
    shown = board(passed(*FURTHER.exercises, FURTHER.further[0]))
    assert shown.rows[NOTEBOOKS.index(FURTHER)].state == "done"
    assert f"and 1 of {len(FURTHER.further)} that go further" in repr(shown)
    assert shown.passed == len(FURTHER.exercises)


def test_next_is_the_first_that_is_not_done() -> None:
    shown = board(passed(*FIRST.exercises))
    assert shown.next(for_programmers=False) == DECIDES[1]
    everything = board(passed(*(name for notebook in NOTEBOOKS for name in notebook.exercises)))
    assert everything.sentences() == [
        f"You have passed everything that is here: {everything.most} exercises."
    ]


def test_the_table_has_heads_links_and_words_for_its_signs() -> None:
    html = board(passed(FIRST.exercises[0]), "Kept in <here>.")._repr_html_()
    assert html.count("<tr>") == len(NOTEBOOKS) + 1
    assert (
        f'<th scope="row" style="text-align:left;font-weight:normal"><a href="{FIRST.path}">'
        in html
    )
    assert '<span aria-hidden="true">◐</span> begun' in html
    assert "Kept in &lt;here&gt;." in html


def test_where_you_are_reads_the_learners_file(file: Path) -> None:
    merge(file, passed(FIRST.exercises[0]))
    assert f"1 of {len(FIRST.exercises)}" in repr(where_you_are())
    assert str(file) in repr(where_you_are())


def test_without_a_file_it_says_so() -> None:
    assert "not kept here" in repr(where_you_are())


def test_saved_and_restored_it_is_the_same_and_never_less(file: Path, tmp_path: Path) -> None:
    assert "nothing to save" in save_progress()
    merge(file, passed(*FIRST.exercises))
    before = read(file)
    assert save_progress().startswith("sendwell-progress.json is written")
    file.unlink()
    merge(file, passed(FURTHER.exercises[0]))
    said = restore_progress()
    assert said.startswith(f"Restored: {len(FIRST.exercises)} that were not here before, ")
    assert read(file) == before | passed(FURTHER.exercises[0])
    (tmp_path / "older.json").write_text(to_text({FIRST.exercises[0]: []}))
    restore_progress("older.json")
    assert read(file) == before | passed(FURTHER.exercises[0])


def test_what_is_no_progress_changes_nothing(file: Path, tmp_path: Path) -> None:
    merge(file, passed(FIRST.exercises[0]))
    before = file.read_bytes()
    (tmp_path / "photo.json").write_bytes(b"\xff\xd8\xff\xe0")
    assert "not a file that Sendwell's progress was saved in" in restore_progress("photo.json")
    assert file.read_bytes() == before


def test_the_page_says_what_it_does_not_prove(file: Path, tmp_path: Path) -> None:
    merge(file, passed(*FIRST.exercises))
    assert "course-completion.html" in completion_page("Ada <b>", today="2026-11-24")
    page = (tmp_path / "course-completion.html").read_text()
    assert "Ada &lt;b&gt;" in page
    assert "Made on 2026-11-24." in page
    assert f"<td>{len(FIRST.exercises)} of {len(FIRST.exercises)}</td>" in page
    assert "does not prove who did that" in page
    assert "<script" not in page
