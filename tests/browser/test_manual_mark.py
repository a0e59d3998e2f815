"""A letter is marked by hand in formgrader: the mark arrives in gradebook and feedback."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from nbgrader.api import Gradebook
from playwright.sync_api import Browser, Page, expect

from tests.browser.lab import Lab
from tests.course import Course
from tests.fairmark.test_adopt import LINES
from tests.program import program

MODULE = "m08-appeal"
RUBRIC = "It quotes the notice word for word"


@pytest.fixture
def course(tmp_path: Path) -> Course:
    made = Course(tmp_path / "course", "decide", MODULE)
    with (made.folder / "nbgrader_config.py").open("a") as file:
        file.write(LINES)
    made.submit("ada", {"letter": "We ask for a review of the ban on +442079460112.\n"})
    made.submit("ben", {}, right=False)
    done = program(made.folder, "fairmark.cli", "grade", MODULE)
    assert done.returncode == 0, done.stdout + done.stderr
    return made


@pytest.fixture
def server(course: Course, browser: Browser) -> Iterator[Lab]:
    with Lab(course.folder) as started:
        yield started


def grades(course: Course, student: str) -> dict[str, tuple[float | None, float | None, bool]]:
    """By cell: the automatic score, the manual one, and whether a person must still look."""
    with Gradebook(f"sqlite:///{course.folder / 'gradebook.db'}", "sendwell") as gradebook:
        found = gradebook.find_submission_notebook("decide", MODULE, student)
        return {
            grade.name: (grade.auto_score, grade.manual_score, grade.needs_manual_grade)
            for grade in found.grades
        }


def test_a_mark_set_by_hand_arrives_in_gradebook_and_feedback(
    course: Course, server: Lab, page: Page
) -> None:
    assert grades(course, "ada")["letter"] == (None, None, True)
    assert grades(course, "ben")["letter"] == (0, None, False)
    with Gradebook(f"sqlite:///{course.folder / 'gradebook.db'}", "sendwell") as gradebook:
        identity = gradebook.find_submission_notebook("decide", MODULE, "ada").id
    server.visit(page, f"formgrader/submissions/{identity}/")
    expect(page.get_by_text(RUBRIC)).to_be_visible()
    # formgrader heeds no mark before it has fetched those that there are.
    page.wait_for_function("() => formgrader.grades?.loaded && formgrader.comments?.loaded")
    boxes = page.locator(".nbgrader_cell:has(input.score)")
    letter = boxes.filter(has_text="We ask for a review of the ban")
    care = boxes.filter(has_text=RUBRIC)
    letter.locator("input.score").fill("3")
    letter.locator("textarea.comment").fill("No notice, no day. What you ask for is clear.")
    care.locator("input.score").fill("4")
    care.locator("input.score").press("Tab")
    for _ in range(50):
        if grades(course, "ada")["letter-marks"][1] is not None:
            break
        page.wait_for_timeout(200)
    page.screenshot(path=course.folder.parent / "marked.png")
    assert grades(course, "ada")["letter"] == (None, 3, False)
    assert grades(course, "ada")["letter-marks"] == (None, 4, False)
    course.run("generate_feedback", MODULE)
    feedback = course.folder / "feedback" / "ada" / MODULE / "decide.html"
    page.goto(feedback.as_uri())
    expect(page.get_by_text("No notice, no day. What you ask for is clear.").first).to_be_visible()
    expect(page.get_by_role("cell", name="3 of 11", exact=True)).to_be_visible()
    expect(page.get_by_role("cell", name="4 of 5", exact=True)).to_be_visible()
    page.screenshot(path=course.folder.parent / "feedback.png", full_page=True)
