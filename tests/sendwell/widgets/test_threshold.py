"""The threshold explorer: its scores, its counting, its text twins, and that the browser agrees."""

from __future__ import annotations

import base64
import json
import math
import random
import shutil
import subprocess
import xml.etree.ElementTree as ET
from fractions import Fraction
from pathlib import Path

import pytest

import sendwell.widgets.threshold as module
from sendwell.widgets import Threshold
from sendwell.widgets.threshold_rules import by_score, flags, near_cheapest
from sendwell.widgets.threshold_scores import HONEST, UNWANTED
from sendwell.widgets.threshold_strings import EN
from tools import threshold_scores

SCRIPT = Path(module.__file__).with_name("threshold.js")
RANDOM = random.Random(8)
EDGES = [
    (t, u, m, a) for t in (0, 50, 101) for u in (0, 10, 1_000) for m in (0, 1) for a in (0, 50)
]
CASES = EDGES + [
    tuple(RANDOM.randint(0, most) for most in module.LIMITS.values()) for _ in range(200)
]


def test_the_scores_are_those_of_the_small_filter_on_the_corpus():
    assert threshold_scores.TARGET.read_text(encoding="utf-8") == threshold_scores.source()
    assert len(HONEST) == len(UNWANTED) == 101
    assert (sum(HONEST), sum(UNWANTED)) == (356, 275)


@pytest.mark.parametrize("case", CASES[:60])
def test_the_counts_are_those_of_fractions(case):
    threshold, unwanted, miss, alarm = case
    found = flags(*case)
    assert found.found + found.missed == sum(UNWANTED)
    assert found.alarms + found.passed == sum(HONEST)
    assert found.found == sum(n for score, n in enumerate(UNWANTED) if score >= threshold)
    bad, good = Fraction(unwanted, 1_000), Fraction(1_000 - unwanted, 1_000)
    missed, alarms = Fraction(found.missed, 275), Fraction(found.alarms, 356)
    cost = 10_000 * (bad * missed * miss + good * alarms * alarm)
    assert found.cost == math.floor(cost + Fraction(1, 2))
    flagged = bad * (1 - missed) + good * alarms
    if flagged == 0:
        assert found.honest is None
    else:
        assert found.honest == math.floor(1_000 * good * alarms / flagged + Fraction(1, 2))


def test_near_the_cheapest_are_the_thresholds_of_the_notebook():
    assert near_cheapest(500, 1, 1) == range(39, 48)
    assert near_cheapest(500, 1, 20) == range(81, 91)
    assert near_cheapest(10, 1, 20) == range(101, 102)


@pytest.mark.parametrize("width", [1, 5, 10, 60])
def test_every_message_is_in_one_row_of_scores(width):
    rows = by_score(width)
    assert [row[0] for row in rows] == [0, *(row[1] + 1 for row in rows[:-1])]
    assert rows[-1][1] == 100
    assert sum(row[2] for row in rows) == 356
    assert sum(row[3] for row in rows) == 275


def test_the_sentence_and_the_table_say_the_same():
    explorer = Threshold(85, 10, 1, 20)
    assert explorer.sentence() == (
        "Measured: from a score of 85 on, 47 of 275 unwanted messages are flagged, and 2 of 356 "
        "honest ones. With 10 unwanted in 1,000: of 1,000 flagged messages, 765 are honest. The "
        "mistakes in 1,000 messages cost 119.5."
    )
    assert "| Unwanted | 47 | 228 |" in explorer.table()
    assert "| Honest | 2 | 354 |" in explorer.table()
    assert "Nothing is flagged." in Threshold(101).sentence()
    assert repr(explorer) == "Threshold(threshold=85, unwanted=10, miss=1, alarm=20)"


def test_the_picture_has_a_bar_up_and_one_down_for_each_five_scores_and_the_threshold():
    root = ET.fromstring(Threshold(60).picture())
    bars = root.findall("{*}rect")
    up = [int(bar.get("height")) for bar in bars if bar.get("fill") == "none"]
    down = [int(bar.get("height")) for bar in bars if bar.get("fill") != "none"]
    assert (len(up), sum(up)) == (20, 2 * 356)
    assert (len(down), sum(down)) == (20, 2 * 275)
    assert all(int(bar.get("y")) >= 0 for bar in bars)
    assert max(int(bar.get("y")) + int(bar.get("height")) for bar in bars) <= 170
    (line,) = root.findall("{*}line")
    assert line.get("x1") == "300"


def test_places_without_scripts_get_picture_sentence_and_tables():
    data, _ = Threshold()._repr_mimebundle_()
    assert data["text/plain"] == Threshold().sentence()
    html = data["text/html"]
    assert Threshold().sentence() in html
    assert html.count("<table>") == 2
    ET.fromstring(base64.b64decode(html.partition("base64,")[2].partition('"')[0]))


@pytest.mark.parametrize("value", [-1, 102, 1.5, True, "9", None])
def test_a_bad_number_gets_a_sentence(value):
    with pytest.raises(ValueError, match="threshold must be a whole number from 0 to 101"):
        Threshold(threshold=value)
    explorer = Threshold()
    with pytest.raises(ValueError, match="alarm must be a whole number from 0 to 50"):
        explorer.alarm = value
    assert explorer.alarm == 1


def test_the_browser_computes_the_same(tmp_path):
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not installed")
    program = tmp_path / "run.mjs"
    scores = {"honest": HONEST, "unwanted": UNWANTED}
    program.write_text(
        SCRIPT.read_text(encoding="utf-8")
        + f"""
const strings = {json.dumps(EN)};
const scores = {json.dumps(scores)};
const found = {json.dumps(CASES)}.map(([threshold, unwanted, miss, alarm]) => {{
  const given = {{ threshold, unwanted, miss, alarm }};
  return [sentence(strings, scores, given), rows(strings, scores, given)];
}});
console.log(JSON.stringify([found, scoreRows(strings, scores), byScore(scores, 5)]));
"""
    )
    done = subprocess.run([node, program], capture_output=True, text=True, check=True)
    found, score_rows, bars = json.loads(done.stdout)
    for case, (said, rows) in zip(CASES, found, strict=True):
        explorer = Threshold(*case)
        assert said == explorer.sentence()
        assert rows == explorer._rows()
    assert score_rows == Threshold()._score_rows()
    assert [tuple(bar) for bar in bars] == by_score(5)
