"""A learner's classifier in a process of its own: what it earns, and what nobody is told."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from fairmark.judge.session import Session
from fairmark.launch import LaunchError, Limits, Server
from fairmark.rungs import LEARNERS_PATHS
from fairmark.suites import find_unseen
from sendwell.checks import Report, Suite, Verdict, run
from sendwell.checks.suites.classifying import NAMES
from sendwell.data.corpus import read_messages

ROOT = Path(__file__).parent.parent.parent
BANK = ROOT / "tests/bank/content.classifier"
HELD = [
    message.text
    for language in NAMES
    for message in read_messages(ROOT / f"grader/heldback/messages-{language}.jsonl", language)
]
RAISES = """
class Classifier:
    def fit(self, messages):
        self.known = {message.text for message in messages}

    def score(self, text):
        if text not in self.known:
            raise ValueError(text)
        return 1.0
"""
TELLS = RAISES.replace("raise ValueError(text)", "return text")
PRINTS = RAISES.replace("raise ValueError(text)", "print(text); return len(text)")


@pytest.fixture(scope="module")
def suite() -> Suite:
    return find_unseen("content.classifier", 7)


@pytest.fixture(scope="module", params=["a", "c"])
def server(request: pytest.FixtureRequest) -> Iterator[Server]:
    try:
        with Server.start(request.param, Limits(), LEARNERS_PATHS, warm=()) as started:
            yield started
    except LaunchError as error:
        if os.environ.get("CI"):
            raise
        pytest.skip(str(error))


def judged(server: Server, suite: Suite, source: str) -> Report:
    session = Session(server, 60.0, 10.0)
    try:
        session.run_cell("import sendwell.data")  # as the notebook does: its records come over
        session.run_cell(source)
        return run(suite, session)
    finally:
        session.close()


def told(report: Report) -> str:
    return report.text() + report._repr_html_() + str(report.record())


def test_a_right_answer_earns_every_point(server: Server, suite: Suite) -> None:
    report = judged(server, suite, (BANK / "right/reference.py").read_text(encoding="utf-8"))
    assert report.passed, report.text()


def test_an_answer_that_disguises_fool_earns_a_part(server: Server, suite: Suite) -> None:
    report = judged(server, suite, (BANK / "wrong/raw_letters.py").read_text(encoding="utf-8"))
    assert 0 < report.points < report.most
    assert "look-alikes" in report.results[0].message
    assert "(0 of 1 point)" in report.results[0].message
    assert "scam-" in report.results[0].message


@pytest.mark.parametrize("source", [RAISES, TELLS, PRINTS], ids=["raises", "tells", "prints"])
def test_no_text_that_is_held_back_is_told(server: Server, suite: Suite, source: str) -> None:
    report = judged(server, suite, source)
    assert report.results[0].verdict is Verdict.WRONG_ANSWER
    assert [text for text in HELD if text[:15] in told(report)] == []


def test_nor_is_it_told_where_stock_nbgrader_grades(suite: Suite) -> None:
    names: dict[str, object] = {"__name__": "__main__"}
    for source in (RAISES, TELLS):
        exec(source, names)
        report = run(suite, names)
        assert [text for text in HELD if text[:15] in told(report)] == []


def test_the_order_in_which_texts_are_asked_says_nothing(suite: Suite) -> None:
    names: dict[str, object] = {"__name__": "__main__"}
    exec(
        RAISES.replace("raise ValueError(text)", "self.known.add(text); return len(self.known)"),
        names,
    )
    assert run(suite, names).points == 0


def test_memory_without_end_costs_this_exercise_only(server: Server, suite: Suite) -> None:
    source = RAISES.replace("raise ValueError(text)", "self.all = bytearray(4 << 30)")
    report = judged(server, suite, source)
    assert report.points == 0
    assert {result.verdict for result in report.results} <= {
        Verdict.MEMORY_LIMIT,
        Verdict.WRONG_ANSWER,
        Verdict.CRASHED,
    }
