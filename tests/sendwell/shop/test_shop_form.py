"""The form of numbered answers forgives spelling and explains what it cannot read."""

from __future__ import annotations

import pytest

from sendwell.shop.form import Answer, Problem, read_form

SEND, NEVER = Answer("send"), Answer("do not send")


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("1. send", SEND),
        ("1 send", SEND),
        ("  1)  Send. ", SEND),
        ("1: SEND NOW!", SEND),
        ("1. `send`", SEND),
        ("1. ? send", SEND),
        ("1. do not send", NEVER),
        ("1. Don't send", NEVER),
        ("1. don\u2019t  send.", NEVER),
        ("1. DO NOT SEND", NEVER),
        ("1. wait 6 s", Answer("wait", 6_000)),
        ("1. wait 6s", Answer("wait", 6_000)),
        ("1. Wait 6 seconds.", Answer("wait", 6_000)),
        ("1. wait for 6 sec", Answer("wait", 6_000)),
        ("1. wait 2 min", Answer("wait", 120_000)),
        ("1. wait 3 hours", Answer("wait", 10_800_000)),
        ("1. wait 180 minutes", Answer("wait", 10_800_000)),
        ("1. wait 1 h 30 min", Answer("wait", 5_400_000)),
        ("1. wait 1 hour and 30 minutes", Answer("wait", 5_400_000)),
        ("1. wait 1.5 h", Answer("wait", 5_400_000)),
        ("1. wait 0 s", SEND),
    ],
)
def test_a_line_is_read_whatever_its_spelling(text: str, answer: Answer) -> None:
    assert read_form(text, 1) == {1: answer}


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("1. perhaps", 'Line 1 says "perhaps". Write one of the three forms'),
        ("1. wait", "Write how long"),
        ("1. wait 6", "Write how long"),
        ("1. wait until 14:30", "Write how long"),
        ("1. wait six seconds", "Write one of the three forms"),
        ("1. wait 6 days", "Write one of the three forms"),
        ("1. send or wait 6 s", "Keep one answer"),
        ("2. send", "no line that begins with 1"),
        ("send", 'This line has no number: "send"'),
        ("1. send\n1. send", "Line 1 is there 2 times"),
        ("", "no line that begins with 1"),
    ],
)
def test_what_cannot_be_read_is_explained(text: str, phrase: str) -> None:
    problem = read_form(text, 1)[1]
    assert isinstance(problem, Problem)
    assert not problem.blank
    assert phrase in problem.message


@pytest.mark.parametrize("text", ["1. ?", "1.", "1. ??", "1 ? ."])
def test_a_question_mark_is_not_answered_yet(text: str) -> None:
    problem = read_form(text, 1)[1]
    assert isinstance(problem, Problem)
    assert problem.blank


def test_a_mistake_in_one_line_leaves_the_others() -> None:
    read = read_form("3. send\n2. what\n1. do not send", 3)
    assert (read[1], read[3]) == (NEVER, SEND)
    assert isinstance(read[2], Problem)


def test_an_answer_is_written_as_the_learner_would() -> None:
    shown = [str(Answer("wait", wait)) for wait in (4_000, 120_000, 10_800_000, 1_500)]
    assert shown == ["wait 4 s", "wait 2 min", "wait 3 h", "wait 1.5 s"]
    assert str(NEVER) == "do not send"
