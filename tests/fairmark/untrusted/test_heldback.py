"""A learner's code reaches the learners' messages, and none of those that are held back."""

from __future__ import annotations

import ast
import os
from collections.abc import Iterator
from typing import Any

import pytest

from fairmark.launch import Child, LaunchError, Limits, Server
from fairmark.rungs import LEARNERS_PATHS
from tools.build import ROOT

HELD = ROOT / "grader/heldback/messages-en.jsonl"
SOURCE = ROOT / "grader/heldback/sources/written-en.txt"
LOADER = ROOT / "grader/suites/heldback.py"
HIDDEN = ("FileNotFoundError", "PermissionError")


@pytest.fixture(scope="module", params=["a", "b", "c"])
def server(request: pytest.FixtureRequest) -> Iterator[Server]:
    """As a grading run starts it, with what learner code may import."""
    try:
        with Server.start(request.param, Limits(), LEARNERS_PATHS, warm=()) as started:
            yield started
    except LaunchError as error:
        if os.environ.get("CI"):
            raise
        pytest.skip(str(error))


def answer(child: Child, source: str) -> Any:
    """The last expression of a cell; an error's name if there is one."""
    result = child.run_cell(source)
    if result.error is not None:
        return result.error.kind
    shown = [o for o in result.outputs if o["output_type"] == "execute_result"]
    return ast.literal_eval(shown[0]["data"]["text/plain"])


def test_the_learners_messages_can_be_read(child: Child) -> None:
    assert answer(child, "from sendwell.data import messages\nlen(messages()) > 1000") is True


@pytest.mark.parametrize("path", [HELD, SOURCE, LOADER], ids=["messages", "source", "loader"])
def test_what_is_held_back_can_not(child: Child, path: Any) -> None:
    assert path.is_file()
    assert answer(child, f"open({str(path)!r}).read()") in HIDDEN


@pytest.mark.parametrize("name", ["heldback", "suites.heldback", "grader.suites.heldback"])
def test_nor_can_it_be_imported(child: Child, name: str) -> None:
    assert answer(child, f"import {name}") == "ModuleNotFoundError"
