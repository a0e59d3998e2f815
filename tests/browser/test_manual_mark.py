"""A letter is marked by hand in formgrader: the mark arrives in gradebook and feedback."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from nbgrader.api import Gradebook
from playwright.sync_api import Browser, Page, expect

from tests.browser.lab import _free_port
from tests.course import Course
from tests.fairmark.test_adopt import LINES
from tools.build import nbgrader_environment

MODULE = "m08-appeal"
RUBRIC = "It quotes the notice word for word"


@pytest.fixture
def course(tmp_path: Path) -> Course:
    made = Course(tmp_path / "course", "decide", MODULE)
    with (made.folder / "nbgrader_config.py").open("a") as file:
        file.write(LINES)
    made.submit("ada", {"letter": "We ask for a review of the ban on +442079460112.\n"})
    made.submit("ben", {}, right=False)
    done = subprocess.run(
        [sys.executable, "-m", "fairmark.cli", "grade", MODULE, "--course-dir", str(made.folder)],
        env=nbgrader_environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return made


@pytest.fixture
def server(course: Course, browser: Browser) -> Iterator[str]:
    del browser  # without one there is nothing to serve
    port, above = _free_port(), course.folder.parent
    programs = Path(sys.executable).parent
    log = (above / "lab.log").open("w")
    process = subprocess.Popen(
        [
            str(programs / "jupyter-lab"),
            "--allow-root",
            "--no-browser",
            "--ip=127.0.0.1",
            f"--port={port}",
            "--ServerApp.port_retries=0",
            "--IdentityProvider.token=",
            f"--ServerApp.root_dir={course.folder}",
            "--LabApp.extension_manager=readonly",
        ],
        cwd=course.folder,
        stdout=log,
        stderr=log,
        env=nbgrader_environment()
        | {
            "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
            "JUPYTER_RUNTIME_DIR": str(above / "runtime"),
        },
    )
    yield f"http://127.0.0.1:{port}"
    process.terminate()
    process.wait(timeout=20)
    log.close()


def grades(course: Course, student: str) -> dict[str, tuple[float | None, float | None, bool]]:
    """By cell: the automatic score, the manual one, and whether a person must still look."""
    with Gradebook(f"sqlite:///{course.folder / 'gradebook.db'}", "sendwell") as gradebook:
        found = gradebook.find_submission_notebook("decide", MODULE, student)
        return {
            grade.name: (grade.auto_score, grade.manual_score, grade.needs_manual_grade)
            for grade in found.grades
        }


def test_a_mark_set_by_hand_arrives_in_gradebook_and_feedback(
    course: Course, server: str, page: Page
) -> None:
    assert grades(course, "ada")["letter"] == (None, None, True)
    assert grades(course, "ben")["letter"] == (0, None, False)
    for _ in range(100):
        try:
            page.goto(f"{server}/formgrader/gradebook/{MODULE}/decide")
            break
        except Exception:
            page.wait_for_timeout(300)
    with Gradebook(f"sqlite:///{course.folder / 'gradebook.db'}", "sendwell") as gradebook:
        identity = gradebook.find_submission_notebook("decide", MODULE, "ada").id
    page.goto(f"{server}/formgrader/submissions/{identity}/")
    expect(page.get_by_text(RUBRIC)).to_be_visible()
    boxes = page.locator(".nbgrader_cell:has(input.score)")
    letter = boxes.filter(has_text="We ask for a review of the ban")
    care = boxes.filter(has_text=RUBRIC)
    letter.locator("input.score").fill("3")
    letter.locator("textarea.comment").fill("No notice, no day. What you ask for is clear.")
    care.locator("input.score").fill("4")
    care.locator("input.score").press("Tab")
    page.wait_for_timeout(1_500)
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
