"""A submission on its way into the gradebook: whatever stops it, it can be taken up."""

from __future__ import annotations

import ctypes
import errno
import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from nbformat.v4 import new_code_cell, new_output

from fairmark.judge.cells import Judged
from fairmark.record.errors import RecordError, RunError
from fairmark.record.files import part_of
from fairmark.record.gradebook import Recorder
from fairmark.record.verdicts import (
    DONE,
    PENDING,
    Head,
    Verdicts,
    read_head,
    read_verdicts,
    write_verdicts,
)
from fairmark.record.writer import Writer
from sendwell.checks.report import Report, Result, Verdict
from tests.fairmark.record.small import ASSIGNMENT, NOTEBOOKS, ON_TIME, SmallCourse

ANSWERS = {"square": "def square(x):\n    return x * x", "essay": "Because."}
POINTS = {"test-square": 2.0, "test-hidden": 3.0, "test-partial": 1.5}


@pytest.fixture
def verdicts(course: SmallCourse) -> Verdicts:
    graded = tuple(course.graded(name, ANSWERS, POINTS) for name in NOTEBOOKS)
    return Verdicts("ada", "input-1", "judging-1", "a", ON_TIME, graded)


@pytest.fixture
def writer(recorder: Recorder, tmp_path: Path) -> Writer:
    def folder(step: str, student: str) -> Path:
        return tmp_path / step / student / ASSIGNMENT

    return Writer(recorder, ASSIGNMENT, folder, {name: frozenset() for name in NOTEBOOKS})


def shown(tmp_path: Path) -> dict[str, bytes]:
    """All files but the gradebook, by name."""
    found = (path for path in tmp_path.rglob("*") if path.is_file() and path.suffix != ".db")
    return {str(path.relative_to(tmp_path)): path.read_bytes() for path in found}


def test_what_is_kept_is_what_was_judged(verdicts: Verdicts, tmp_path: Path) -> None:
    calls = (("f(7)", "48"),)
    wrong = Result("7 \ud800", Verdict.WRONG_ANSWER, 0, 2, "m", "49", "line 3", calls, ("h",), 3)
    report = Report("maths.square", (wrong,), "printed")
    judged = Judged("x", 0, 2, tuple(report.record()["checks"]), (), report=report)
    notebook = verdicts.graded[0].notebook
    assert notebook is not None
    picture = new_output("display_data", data={"image/png": "iVBOR"})
    notebook.cells.append(new_code_cell("plot()", outputs=[picture]))
    one = replace(verdicts.graded[0], judged={**verdicts.graded[0].judged, "x": judged})
    written = replace(verdicts, graded=(one, replace(one, name="two", notebook=None)))
    write_verdicts(tmp_path, written)
    assert read_verdicts(tmp_path / PENDING) == written


def test_half_a_file_is_no_verdict(verdicts: Verdicts, tmp_path: Path) -> None:
    write_verdicts(tmp_path, verdicts)
    path = tmp_path / PENDING
    assert read_head(path) == Head("input-1", "")
    whole = path.read_bytes()
    for part in (whole[:-1], whole[:5_000], whole[:30], b""):
        path.write_bytes(part)
        assert read_head(path) == Head()
        assert read_verdicts(path) is None


def test_in_the_end_all_is_there_and_nothing_else(
    writer: Writer, verdicts: Verdicts, tmp_path: Path
) -> None:
    writer.write(verdicts)
    writer.settle()
    names = [f"{name}.{kind}" for name in NOTEBOOKS for kind in ("ipynb", "html")]
    wanted = {Path(name).name for name in (*names, "timestamp.txt", DONE)}
    assert {Path(name).name for name in shown(tmp_path)} == wanted
    assert writer.head("ada") == Head("input-1", "")
    assert writer.pending("ada") is None


def test_nothing_counts_as_done_before_all_of_it_is_on_the_disk(
    writer: Writer, verdicts: Verdicts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a power failure would find: names, notebooks, pages and gradebook, synced, then DONE."""
    synced: list[dict[str, bytes]] = []

    def sync(folders: Iterable[Path]) -> None:
        places = {tmp_path, *(path for folder in folders for path in (folder, *folder.parents))}
        assert {tmp_path / "autograded" / who / ASSIGNMENT for who in ("ada", "ben")} <= places
        assert {tmp_path / "feedback" / who / ASSIGNMENT for who in ("ada", "ben")} <= places
        synced.append(shown(tmp_path))

    monkeypatch.setattr("fairmark.record.writer.onto_disk", sync)
    writer.write(verdicts)
    writer.write(replace(verdicts, student="ben"))
    assert synced == []
    assert writer.head("ada") == Head()
    assert writer.pending("ada") == verdicts
    writer.settle()
    renamed = {name.replace(PENDING, DONE): data for name, data in synced[0].items()}
    assert renamed == shown(tmp_path)
    assert renamed.keys() != synced[0].keys()
    writer.settle()  # nothing waits any more
    assert len(synced) == 1


def test_what_a_stopped_run_began_beside_what_is_done_goes(
    writer: Writer, verdicts: Verdicts, tmp_path: Path
) -> None:
    writer.write(verdicts)
    writer.settle()
    before = shown(tmp_path)
    part_of(tmp_path / "autograded" / "ada" / ASSIGNMENT / PENDING).write_text('{"form": 1, ')
    assert writer.head("ada") == Head("input-1", "")
    assert shown(tmp_path) == before


def test_a_disk_that_fails_at_the_end_leaves_all_to_be_taken_up(
    writer: Writer, verdicts: Verdicts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Broken:
        @staticmethod
        def syncfs(_: int) -> int:
            ctypes.set_errno(errno.EIO)
            return -1

    writer.write(verdicts)
    with monkeypatch.context() as patch:
        patch.setattr("fairmark.record.files._libc", Broken)
        with pytest.raises(RunError, match="the disk does not work"):
            writer.settle()
    assert writer.head("ada") == Head()
    assert writer.pending("ada") == verdicts
    writer.settle()
    assert writer.head("ada") == Head("input-1", "")


def test_a_gradebook_that_is_locked_costs_no_judging(
    writer: Writer, verdicts: Verdicts, database: Path, course: SmallCourse, tmp_path: Path
) -> None:
    other = sqlite3.connect(database)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(RunError, match=r"gradebook\.db: another program is writing to it\. Close"):
        writer.write(verdicts)
    other.rollback()
    other.close()
    assert [Path(name).name for name in shown(tmp_path)] == [PENDING]
    assert course.rows(database) == {}
    assert writer.head("ada") == Head()
    pending = writer.pending("ada")
    assert pending == verdicts
    writer.complete(verdicts)
    writer.settle()
    assert writer.head("ada").input == "input-1"
    assert course.rows(database)["ada"]["score"] == 13.0


@pytest.mark.parametrize("step", ["autograded", "feedback"])
def test_a_folder_that_cannot_be_written_is_one_sentence(
    writer: Writer, verdicts: Verdicts, tmp_path: Path, step: str
) -> None:
    (tmp_path / step).write_text("in the way")
    assert f"{tmp_path / step} cannot be written" in writer.refusal("ada")
    with pytest.raises(RecordError, match=f"{step}.* cannot be written: .*"):
        writer.write(verdicts)
    assert not [name for name in shown(tmp_path) if name.endswith(".part")]
    (tmp_path / step).unlink()
    assert writer.refusal("ada") == ""
    pending = writer.pending("ada")
    assert (pending is None) == (step == "autograded")
    if pending:  # the gradebook has it already; the rest follows
        writer.complete(pending)
    else:
        writer.write(verdicts)
    assert len(shown(tmp_path)) == 7


def test_what_cannot_be_recorded_leaves_nothing(
    writer: Writer, verdicts: Verdicts, course: SmallCourse, database: Path, tmp_path: Path
) -> None:
    verdicts.graded[0].judged.pop("test-hidden")
    with pytest.raises(RecordError, match="'test-hidden' has no verdict"):
        writer.write(verdicts)
    assert shown(tmp_path) == {}
    assert course.rows(database) == {}


def test_verdicts_on_another_submission_count_for_nothing(
    writer: Writer, verdicts: Verdicts, monkeypatch: pytest.MonkeyPatch, recorder: Recorder
) -> None:
    """A second submission reached the gradebook, then all stopped; then the first came back."""
    writer.write(verdicts)
    writer.settle()

    def stop(*_: Any, **__: Any) -> None:
        raise KeyboardInterrupt

    record: Callable[..., Any] = recorder.record
    with monkeypatch.context() as patch:
        patch.setattr(recorder, "record", lambda *all_, **named: (record(*all_, **named), stop()))
        with pytest.raises(KeyboardInterrupt):
            writer.write(replace(verdicts, input="input-2"))
    assert writer.head("ada") == Head()


def test_a_notebook_that_is_not_handed_in_any_more_goes(
    writer: Writer, verdicts: Verdicts, tmp_path: Path
) -> None:
    writer.write(verdicts)
    gone = replace(verdicts.graded[1], notebook=None, findings=("was not handed in",), judged={})
    writer.write(replace(verdicts, input="2", graded=(verdicts.graded[0], gone)))
    writer.settle()
    folder = tmp_path / "autograded" / "ada" / ASSIGNMENT
    assert sorted(path.name for path in folder.glob("*.ipynb")) == ["one.ipynb"]
    assert writer.head("ada") == Head("2", "two was not handed in")


def test_pages_are_written_again_with_what_a_person_gave(
    writer: Writer, verdicts: Verdicts, course: SmallCourse, database: Path, tmp_path: Path
) -> None:
    writer.write(verdicts)
    writer.settle()
    page = tmp_path / "feedback" / "ada" / ASSIGNMENT / "one.html"
    first = page.read_text()
    page.unlink()
    writer.pages_again("ada")
    assert page.read_text() == first
    with course.gradebook(database) as gradebook:
        gradebook.find_grade("essay", "one", ASSIGNMENT, "ada").manual_score = 4
        gradebook.find_comment("essay", "one", ASSIGNMENT, "ada").manual_comment = "Well argued"
        gradebook.db.commit()
    writer.pages_again("ada")
    assert "Well argued" in page.read_text()
    assert "4 of 5" in page.read_text()
    with pytest.raises(RecordError, match=r"holds no verdicts. Run: fairmark grade"):
        writer.pages_again("nobody")
