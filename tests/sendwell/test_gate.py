"""The table of three limits: what is counted before each event, and what is answered."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from sendwell.checks.answers import AnswerInUse, withheld
from sendwell.gate import DAY, HOUR, MINUTE, Passed, gate_step_by_step, passed
from tests.test_bank import names_of


def answers_to(*events: tuple[str, str, int], limits: tuple[int, int, int]) -> list[str]:
    return [one.answer for one in passed(events, *limits)]


def test_each_limit_ends_exactly_one_period_later() -> None:
    mia, ben = ("allow", "Mia", 5), ("allow", "Ben")
    assert answers_to(mia, (*ben, 4 + HOUR), (*ben, 5 + HOUR), limits=(1, 9, 9)) == [
        "ok",
        "hour",
        "ok",
    ]
    again = [("allow", "Mia", 4 + MINUTE), ("allow", "Mia", 5 + MINUTE)]
    assert answers_to(mia, *again, limits=(9, 1, 9)) == ["ok", "pair", "ok"]
    assert answers_to(mia, (*ben, 4 + DAY), (*ben, 5 + DAY), limits=(9, 9, 1)) == [
        "ok",
        "day",
        "ok",
    ]


def test_a_send_in_an_open_window_counts_for_hour_and_pair_only() -> None:
    events = [("received", "Mia", 0), ("allow", "Mia", 1), ("allow", "Mia", 2)]
    assert passed(events, 9, 1, 1) == (
        Passed(hour=0, pair=0, day=0, open=False, answer=""),
        Passed(hour=0, pair=0, day=0, open=True, answer="ok"),
        Passed(hour=1, pair=1, day=0, open=True, answer="pair"),
    )


def test_table_has_a_line_for_each_event() -> None:
    lines = gate_step_by_step([("received", "Mia", 0), ("allow", "Mia", 1_000)], 2, 1, 1)
    assert [line.split() for line in lines.splitlines()[1:]] == [
        ["0", "Mia", "writes", "0", "0", "0", "-", "-"],
        ["1_000", "send", "to", "Mia", "0", "0", "0", "open", "ok"],
    ]


def test_table_refuses_while_the_exercise_is_checked() -> None:
    with withheld("gate.three_limits"), pytest.raises(AnswerInUse):
        passed([], 1, 1, 1)


def test_every_example_in_the_notebook_is_what_a_right_gate_answers() -> None:
    root = Path(__file__).parent.parent.parent
    right = names_of(root / "tests/bank/gate.three_limits/right/reference.py")
    text = (root / "solutions/m03-throttle/build.md").read_text(encoding="utf-8")
    gate, examples = None, 0
    for line in text.partition("## Exercise 7")[2].partition("**Memory**")[0].splitlines():
        if made := re.match(r"\| calls with `(.*?)`", line):
            gate = eval(f"Gate({made[1]})", right)
        elif line.startswith("| `") and gate is not None:
            calls, answers = (re.findall(r"`([^`]*)`", cell) for cell in line.split("|")[1:3])
            for call, answer in zip(calls, answers, strict=True):
                assert eval(f"gate.{call}", {"gate": gate}) == ast.literal_eval(answer), line
                examples += 1
    assert examples == 29
