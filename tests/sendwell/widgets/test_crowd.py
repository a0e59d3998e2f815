"""The crowd's arithmetic, its text twins, and that the browser computes the same."""

from __future__ import annotations

import base64
import json
import random
import shutil
import subprocess
import xml.etree.ElementTree as ET
from fractions import Fraction
from pathlib import Path

import pytest

import sendwell.widgets.crowd as module
from sendwell.checks.answers import AnswerInUse, withheld
from sendwell.widgets import Crowd
from sendwell.widgets.crowd_rules import flagged
from sendwell.widgets.crowd_strings import EN

SCRIPT = Path(module.__file__).with_name("crowd.js")
RANDOM = random.Random(5)
EDGES = [(g, c, a) for g in (0, 1, 999, 1_000) for c in (0, 1_000) for a in (0, 999, 1_000)]
CASES = EDGES + [tuple(RANDOM.randint(0, 1_000) for _ in range(3)) for _ in range(200)]


@pytest.mark.parametrize("case", EDGES)
def test_the_innocent_of_a_thousand_are_the_nearest_whole_number(case):
    guilty, caught, cleared = case
    found = flagged(*case)
    assert found.right == guilty * caught
    share = Fraction((1_000 - guilty) * (1_000 - cleared))
    total = share + found.right
    if total == 0:
        assert found.innocent is None
    else:
        assert abs(found.innocent - 1_000 * share / total) <= Fraction(1, 2)


def test_the_counts_of_the_notebook():
    assert flagged(10, 900, 900).innocent == 917
    assert flagged(2, 950, 990).innocent == 840
    assert flagged(500, 950, 990).innocent == 10


def test_the_sentence_and_the_table_say_the_same():
    crowd = Crowd(10, 900, 900)
    assert crowd.sentence() == (
        "Of 1,000,000 accounts the filter flags 9,000 rightly and 99,000 wrongly. Of 1,000 "
        "flagged accounts, 917 are innocent."
    )
    assert "| Have done nothing | 99,000 | 891,000 |" in crowd.table()
    assert "flags nobody" in Crowd(0, 900, 1_000).sentence()


def test_the_picture_has_an_empty_square_for_each_innocent_one():
    for numbers, innocent in [((10, 900, 900), 917), ((1_000, 900, 900), 0)]:
        root = ET.fromstring(Crowd(*numbers).picture())
        squares = root.findall("{*}rect")
        assert len(squares) == 1_000
        assert sum(square.get("fill") == "none" for square in squares) == innocent
    assert ET.fromstring(Crowd(0, 0, 1_000).picture()).findall("{*}rect") == []


def test_places_without_scripts_get_picture_sentence_and_table():
    data, _ = Crowd()._repr_mimebundle_()
    assert data["text/plain"] == Crowd().sentence()
    html = data["text/html"]
    assert Crowd().sentence() in html
    source = html.partition("base64,")[2].partition('"')[0]
    ET.fromstring(base64.b64decode(source))


@pytest.mark.parametrize("value", [-1, 1_001, 1.5, True, "9", None])
def test_a_bad_number_gets_a_sentence(value):
    with pytest.raises(ValueError, match="guilty must be a whole number from 0 to 1000"):
        Crowd(guilty=value)
    crowd = Crowd()
    with pytest.raises(ValueError, match="cleared must be a whole number"):
        crowd.cleared = value
    assert crowd.cleared == 900


def test_it_answers_nobody_while_the_exercise_is_checked():
    for exercise in ("reporting.innocent_among", "reporting.posterior"):
        with withheld(exercise), pytest.raises(AnswerInUse):
            Crowd().sentence()


def test_the_browser_computes_the_same(tmp_path):
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not installed")
    program = tmp_path / "run.mjs"
    program.write_text(
        SCRIPT.read_text(encoding="utf-8")
        + f"""
const strings = {json.dumps(EN)};
const found = {json.dumps(CASES)}.map(([guilty, caught, cleared]) => {{
  const given = {{ guilty, caught, cleared }};
  return [sentence(strings, given), rows(strings, given)];
}});
console.log(JSON.stringify(found));
"""
    )
    done = subprocess.run([node, program], capture_output=True, text=True, check=True)
    for case, (said, rows) in zip(CASES, json.loads(done.stdout), strict=True):
        crowd = Crowd(*case)
        assert said == crowd.sentence()
        assert rows == crowd._rows()
