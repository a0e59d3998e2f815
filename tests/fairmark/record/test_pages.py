"""Autograded notebooks and feedback pages: whole, the same every time; what is unseen stays so."""

from __future__ import annotations

import re
import stat
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_output

from fairmark.judge.cells import Judged
from fairmark.judge.notebook import Graded
from fairmark.record.feedback import page, write_feedback
from fairmark.record.gradebook import Recorder
from fairmark.record.notebooks import given_sources, stage_autograded, write_autograded
from sendwell.checks.report import Report, Result, Verdict
from tests.fairmark.record.small import ASSIGNMENT, SmallCourse

ANSWERS = {"square": "def square(x):\n    return x * x", "essay": "Because <b>so</b>."}
POINTS = {"test-square": 2.0, "test-partial": 1.5}


@pytest.fixture
def graded(course: SmallCourse) -> Graded:
    return course.graded("one", ANSWERS, POINTS)


def with_cells(graded: Graded, *cells: Any) -> Graded:
    assert graded.notebook is not None
    for number, cell in enumerate(cells):
        graded.notebook.cells.append(cell)
        cell.id = f"taken-9{number}"
    return graded


def report(title: str = "squares of 7") -> Report:
    wrong = Result(
        title, Verdict.WRONG_ANSWER, 0, 2, "the MESSAGE", "49-WANTED", "LINE 3",
        (("square(7)-CALLED", "48"),), ("HINT one", "HINT two"), 3,
    )  # fmt: skip
    return Report("maths.square", (wrong,), "PRINTED text")


def judged_by_report(graded: Graded, cell: str) -> None:
    made = report()
    checks = tuple(made.record()["checks"])
    graded.judged[cell] = Judged(cell, made.points, made.most, checks, (), report=made)


# --- autograded notebooks ---


def test_an_autograded_notebook_is_valid_and_the_same_every_time(
    course: SmallCourse, graded: Graded, tmp_path: Path
) -> None:
    html = new_output("display_data", data={"text/html": "<p>a\n<script>1</script>", "x/y": "1"})
    with_cells(graded, new_code_cell("1", outputs=[html, new_output("stream", text="a\nb")]))
    path = tmp_path / "deep" / "one.ipynb"
    write_autograded(path, graded)
    first = path.read_bytes()
    nbformat.validate(nbformat.read(path, as_version=4))
    write_autograded(path, graded, given=given_sources(course.released("one")))
    assert path.read_bytes() == first
    assert b"<script>1" not in first
    assert stat.S_IMODE(path.stat().st_mode) == 0o444
    assert [file.name for file in path.parent.iterdir()] == ["one.ipynb"]
    write_autograded(path, graded, permissions=664)
    assert stat.S_IMODE(path.stat().st_mode) == 0o664


def test_a_staged_notebook_is_not_there_yet(graded: Graded, tmp_path: Path) -> None:
    path = tmp_path / "one.ipynb"
    (tmp_path / ".one.ipynb.part").write_text("left by a run that was interrupted")
    stage_autograded(path, graded).discard()
    assert list(tmp_path.iterdir()) == []
    stage_autograded(path, graded).publish()
    assert path.is_file()


def test_the_release_s_own_texts_stay_to_the_letter(course: SmallCourse, graded: Graded) -> None:
    assert graded.notebook is not None
    author = graded.notebook.cells[0]
    author.source = "<video src='lesson.mp4'></video>"
    given = frozenset({("markdown", author.source)})
    from fairmark.record.notebooks import clean_notebook

    assert "".join(clean_notebook(graded, given)["cells"][0]["source"]) == author.source
    assert "< video" in "".join(clean_notebook(graded)["cells"][0]["source"])


def test_hidden_tests_are_whole_with_their_checksum(graded: Graded, tmp_path: Path) -> None:
    from nbgrader.utils import compute_checksum

    write_autograded(tmp_path / "one.ipynb", graded)
    cell = next(c for c in nbformat.read(tmp_path / "one.ipynb", as_version=4).cells
                if c.metadata.get("nbgrader", {}).get("grade_id") == "test-hidden")  # fmt: skip
    assert "seven" in cell.source
    assert cell.metadata.nbgrader.checksum == compute_checksum(cell)


def test_what_is_no_notebook_is_not_written(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="is no notebook"):
        write_autograded(tmp_path / "one.ipynb", Graded("one", None, (), {}))


# --- feedback pages ---


class Headings(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.ranks: list[int] = []
        self.tags: list[str] = []
        self.alts = True

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if re.fullmatch(r"h[1-6]", tag):
            self.ranks.append(int(tag[1]))
        self.alts &= tag != "img" or "alt" in dict(attrs)


def test_a_visible_check_says_what_went_wrong(graded: Graded) -> None:
    judged_by_report(graded, "test-square")
    text = page("ada", ASSIGNMENT, graded)
    for shown in ("Squares of 7", "wrong answer", "the MESSAGE", "square(7)-CALLED", "49-WANTED",
                  "LINE 3", "HINT one", "0 of 2"):  # fmt: skip
        assert shown in text
    assert "HINT two" not in text
    assert "PRINTED" not in text


def not_written(title: str) -> Result:
    calls = (("square(3)", "not written yet"),)
    return Result(
        title, Verdict.MISSING, 0, 1, "square is not written yet.", "9", "", calls, ("HINT one",), 1
    )


def test_what_is_not_written_is_said_once(graded: Graded) -> None:
    made = Report("maths.square", (not_written("squares"), not_written("negative numbers")), "")
    checks = tuple(made.record()["checks"])
    graded.judged["test-square"] = Judged("test-square", 0, 2, checks, (), report=made)
    text = page("ada", ASSIGNMENT, graded)
    assert text.count("square is not written yet.") == 1
    assert "What is checked: Squares; Negative numbers." in text
    assert "HINT one" in text
    assert "square(3)" not in text
    # One that found something: each is told apart again.
    checks = ({**checks[0], "verdict": "passed"}, checks[1])
    results = (replace(made.results[0], verdict=Verdict.PASSED), made.results[1])
    made = replace(made, results=results)
    graded.judged["test-square"] = Judged("test-square", 1, 2, checks, (), report=made)
    text = page("ada", ASSIGNMENT, graded)
    assert "What is checked" not in text
    assert "square(3)" in text


def test_an_unseen_check_keeps_its_inputs(graded: Graded) -> None:
    judged_by_report(graded, "test-hidden")
    text = page("ada", ASSIGNMENT, graded)
    assert "Squares of 7" in text
    assert "For some inputs your answer is not" in text
    for kept in ("MESSAGE", "CALLED", "WANTED", "LINE 3", "HINT", "PRINTED", "seven", "assert "):
        assert kept not in text


def test_a_suite_asked_by_name_is_unseen(graded: Graded) -> None:
    assert graded.notebook is not None
    judged_by_report(graded, "test-square")
    cell = next(c for c in graded.notebook.cells if c.source.startswith("assert square(2)"))
    cell.source = 'check_unseen("maths.square")'
    assert "MESSAGE" not in page("ada", ASSIGNMENT, graded)


def test_points_and_comments_of_a_person_are_shown(
    course: SmallCourse, recorder: Recorder, graded: Graded, database: Path
) -> None:
    recorder.record("ada", [graded])
    with course.gradebook(database) as gradebook:
        gradebook.find_grade("essay", "one", ASSIGNMENT, "ada").manual_score = 4.25
        comment = gradebook.find_comment("essay", "one", ASSIGNMENT, "ada")
        comment.manual_comment = "Well <said>."
        gradebook.db.commit()
    recorded = recorder.record("ada", [graded]).notebooks["one"]
    text = page("ada", ASSIGNMENT, graded, recorded=replace(recorded, late_penalty=0.5))
    assert "4.25 of 5" in text
    assert "Well &lt;said&gt;." in text
    assert "7.25 of 22 points" in text
    assert "handed in late: 0.5 of the points" in text


def test_a_page_stands_alone(course: SmallCourse, graded: Graded) -> None:
    outputs = [
        new_output("display_data", data={"text/html": "<h1 title='>'>Big</h1><img>"
                   "<img src='data:image/png;"
                   "base64,AAAA'><script>EVIL()</script><table><tr><td>1</table>"}),
        new_output("display_data", data={"image/svg+xml": "<svg onload='EVIL()'><path d='M 0'/>"}),
        new_output("display_data", data={"image/png": "AAAA"}),
        new_output("error", ename="E", evalue="</pre><script>EVIL()", traceback=["\x1b[31mEVIL"]),
    ]  # fmt: skip
    with_cells(graded, new_code_cell("'</pre><b>'", outputs=outputs), new_markdown_cell("<i>EVIL"))
    given = given_sources(course.released("one"))
    graded = replace(graded, findings=("has <script>EVIL()</script> in it",))
    text = page("<b>ada", ASSIGNMENT, graded, given=given)
    found = Headings()
    found.feed(text)
    assert found.ranks[0] == 1
    assert all(after <= before + 1 for before, after in zip(found.ranks, found.ranks[1:],
                                                            strict=False))  # fmt: skip
    assert found.ranks.count(1) == 1
    assert found.alts
    assert not {"script", "link", "iframe", "form", "i", "b"} & set(found.tags)
    assert "default-src &#39;none&#39;" in text or "default-src 'none'" in text
    assert not re.search(r"(?:src|href)=[\"'](?!data:image/|#)", text)
    assert "Squares" not in text  # the release's own text is not the learner's work
    assert text == page("<b>ada", ASSIGNMENT, graded, given=given)


def test_a_heading_turned_into_a_paragraph_lets_nothing_out(graded: Graded) -> None:
    script = "<script>EVIL()</script>"
    html = f'<h1 title=">{script}">x</h1><img title=">{script}">'
    with_cells(graded, new_code_cell("1", outputs=[
        new_output("display_data", data={"text/html": html})]))  # fmt: skip
    found = Headings()
    found.feed(page("ada", ASSIGNMENT, graded))
    assert "script" not in found.tags
    assert found.ranks.count(1) == 1


def test_a_page_for_what_is_no_notebook_says_what_to_do() -> None:
    findings = ("is not a notebook: the file is empty",)
    text = page("ada", ASSIGNMENT, Graded("one", None, findings, {}))
    assert "no file that can be read as a notebook" in text
    assert "the file is empty" in text


def test_the_page_lies_where_nbgrader_looks(graded: Graded, tmp_path: Path) -> None:
    folder = tmp_path / "feedback" / "ada" / ASSIGNMENT
    path = write_feedback(folder, "ada", ASSIGNMENT, graded)
    assert path == folder / "one.html"
    assert stat.S_IMODE(path.stat().st_mode) == 0o644
    assert path.read_text() == page("ada", ASSIGNMENT, graded)
