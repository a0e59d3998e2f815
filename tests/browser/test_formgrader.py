"""formgrader's Autograde button in a course with fairmark's three lines, pressed in a browser."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from playwright.sync_api import Browser, Page, expect

from fairmark.intake import grade_id
from tests.browser.lab import _free_port
from tests.fairmark.test_adopt import LINES
from tests.fairmark.test_grade_command import run, scores
from tools.build import nbgrader_environment

#: Would change the title of whatever page runs it.
HOSTILE = "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">"


@pytest.fixture
def course(tmp_path: Path) -> Path:
    assert run(tmp_path, "nbgrader", "quickstart", "c1").returncode == 0
    course = tmp_path / "c1"
    with (course / "nbgrader_config.py").open("a") as file:
        file.write(LINES)
    assert run(course, "nbgrader", "generate_assignment", "ps1").returncode == 0
    folder = course / "submitted" / "bitdiddle" / "ps1"
    shutil.rmtree(course / "submitted", ignore_errors=True)
    shutil.copytree(course / "source" / "ps1", folder)
    notebook = nbformat.read(folder / "problem1.ipynb", as_version=4)
    (cell,) = (cell for cell in notebook.cells if grade_id(cell) == "squares")
    shown = f"from IPython.display import HTML, display\ndisplay(HTML({HOSTILE!r}))"
    notebook.cells.insert(0, nbformat.v4.new_code_cell(shown))
    notebook.cells.insert(0, nbformat.v4.new_markdown_cell(HOSTILE))
    cell.source += f"\n{shown}"
    nbformat.write(notebook, folder / "problem1.ipynb")
    return course


@pytest.fixture
def server(course: Path, browser: Browser) -> Iterator[str]:
    del browser  # without one there is nothing to serve
    port = _free_port()
    programs = Path(sys.executable).parent
    log = (course.parent / "lab.log").open("w")
    process = subprocess.Popen(
        [
            str(programs / "jupyter-lab"),
            "--allow-root",
            "--no-browser",
            "--ip=127.0.0.1",
            f"--port={port}",
            "--ServerApp.port_retries=0",
            "--IdentityProvider.token=",
            f"--ServerApp.root_dir={course}",
            "--LabApp.extension_manager=readonly",
        ],
        cwd=course,
        stdout=log,
        stderr=log,
        env=nbgrader_environment()
        | {
            "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
            "JUPYTER_RUNTIME_DIR": str(course.parent / "runtime"),
        },
    )
    yield f"http://127.0.0.1:{port}"
    process.terminate()
    process.wait(timeout=20)
    log.close()


def test_the_button_grades_and_nothing_of_a_learner_runs(
    course: Path, server: str, page: Page
) -> None:
    for _ in range(100):
        try:
            page.goto(f"{server}/formgrader/manage_submissions/ps1")
            break
        except Exception:
            page.wait_for_timeout(300)
    page.locator("td.autograde a").click()
    expect(page.get_by_text("Successfully autograded")).to_be_visible(timeout=60_000)
    page.screenshot(path=course.parent / "autograded.png")
    assert scores(course)["bitdiddle", "problem1", "correct_squares"][0] == 1
    feedback = course / "feedback" / "bitdiddle" / "ps1" / "problem1.html"
    page.goto(feedback.as_uri())
    page.wait_for_timeout(500)
    assert page.title() == "problem1: feedback"
    page.goto(f"{server}/formgrader/gradebook/ps1/problem1")
    page.locator("tbody a").first.click()
    expect(page.locator("input.score").first).to_be_visible()
    page.wait_for_timeout(1_000)
    page.screenshot(path=course.parent / "formgrader.png")
    assert page.title() != "owned"
    assert page.locator("[onerror]").count() == 0
