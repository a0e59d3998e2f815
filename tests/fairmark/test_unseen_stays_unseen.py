"""Hidden tests: the learner's page shows nothing of them, the instructor's ``explain`` all."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.fairmark.record.small import ASSIGNMENT, SmallCourse
from tests.program import program

#: The canaries are put together when they are printed: the source of an answer is no secret.
ANSWER = """
def square(x):
    if x == 7:
        print("PRIN" + "TED", x * 1111)
        raise ValueError("RAI" + "SED")
    return x * x
"""
#: What the hidden test holds, what it wants, what the learner's code printed and raised in it.
CANARIES = ("square(7)", "49", "seven", "PRINTED", "7777", "RAISED", "HIDDEN")


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    small = SmallCourse(tmp_path_factory.mktemp("unseen"))
    small.submit("ada", None, one={"square": ANSWER}, two={})
    return small.folder


def test_a_page_shows_nothing_of_a_hidden_test(course: Path) -> None:
    records = course / "records.json"
    done = program(course, "fairmark.cli", "grade", ASSIGNMENT, "--json", str(records))
    assert done.returncode == 0, done.stdout + done.stderr
    (hidden,) = (
        one
        for one in json.loads(records.read_text())
        if (one["notebook"], one["cell"]) == ("one", "test-hidden")
    )
    assert hidden["verdict"] == "runtime error"
    page = (course / "feedback" / "ada" / ASSIGNMENT / "one.html").read_text()
    assert "For some inputs your code raised an error." in page
    assert [canary for canary in CANARIES if canary in page] == []
    later = program(course, "fairmark.cli", "feedback", ASSIGNMENT)
    assert later.returncode == 0, later.stderr
    again = (course / "feedback" / "ada" / ASSIGNMENT / "one.html").read_text()
    assert again == page


def test_explain_shows_all_of_it(course: Path) -> None:
    done = program(course, "fairmark.cli", "explain", "ada", "test-hidden")
    assert done.returncode == 0, done.stderr
    assert [canary for canary in CANARIES if canary not in done.stdout] == []
