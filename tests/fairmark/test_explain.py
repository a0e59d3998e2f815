"""``fairmark explain``: everything about one submission, for the instructor, recording nothing."""

from __future__ import annotations

import shutil
from pathlib import Path

import nbformat
import pytest

from fairmark.intake import grade_id
from tests.fairmark.test_grade_command import scores
from tests.program import program


@pytest.fixture(scope="module")
def mistaken(released: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course in which the student wrong gives the square of one number too few.

    One for all of these: explaining records nothing.
    """
    course = tmp_path_factory.mktemp("explain") / "c1"
    shutil.copytree(released, course)
    folder = course / "submitted" / "wrong"
    shutil.copytree(course / "submitted" / "sol", folder)
    path = folder / "ps1" / "problem1.ipynb"
    notebook = nbformat.read(path, as_version=4)
    (cell,) = (cell for cell in notebook.cells if grade_id(cell) == "squares")
    cell.source = (
        'print("\\x1b[2Jhello")\n\ndef squares(n):\n    return [i**2 for i in range(1, n)]\n'
    )
    nbformat.write(notebook, path)
    return course


def test_it_shows_verdicts_tests_and_messages_and_records_nothing(mistaken: Path) -> None:
    done = program(mistaken, "fairmark.cli", "explain", "wrong", "correct_squares")
    assert done.returncode == 0, done.stderr
    assert "problem1: correct_squares: 0 of 1 points, decided outside learner code" in done.stdout
    assert "[wrong answer]" in done.stdout
    assert "assert squares(2) == [1, 4]" in done.stdout
    assert "sum_of_squares" not in done.stdout.split("the test:")[0]
    assert "\x1b" not in done.stdout
    assert scores(mistaken) == {}
    assert not (mistaken / "autograded").exists()


def test_without_a_check_it_shows_all_of_them(mistaken: Path) -> None:
    done = program(mistaken, "fairmark.cli", "explain", "sol")
    assert done.returncode == 0, done.stderr
    assert "[passed]" in done.stdout
    assert "beside learner code, forgeable" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["nobody"], "nobody handed in nothing. Say which: --assignment NAME"),
        (["nobody", "--assignment", "ps1"], "nobody handed in nothing for ps1."),
        (["sol", "colour"], "No check is called 'colour'; the test cells are: "),
    ],
)
def test_what_cannot_be_explained_gets_a_sentence(
    mistaken: Path, arguments: list[str], sentence: str
) -> None:
    done = program(mistaken, "fairmark.cli", "explain", *arguments)
    assert done.returncode == 2
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr
