"""The bucket beside the window: rules, text twins, and that the browser computes the same."""

from __future__ import annotations

import base64
import random
import re
import xml.etree.ElementTree as ET
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

import sendwell.widgets.bucket as module
from sendwell.checks.answers import AnswerInUse, withheld
from sendwell.widgets import Bucket
from sendwell.widgets.bucket_rules import Filled, Now, at, beside, curves, filled
from sendwell.widgets.bucket_strings import EN
from sendwell.widgets.timeline import admitted
from tests.sendwell.widgets.javascript import computed

SCRIPT = Path(module.__file__).with_name("bucket.js")
SENDS = [0, 0, 0, 999, 1_000, 1_500, 2_000, 3_000, 3_000, 3_000, 9_000, 9_000]


def random_state(rng: random.Random) -> dict[str, Any]:
    """Small numbers, so that edges and equal times are common."""
    span = rng.choice([1, 20, 1_000, 10_000])
    return {
        "sends": sorted(rng.randint(0, span) for _ in range(rng.randint(0, 25))),
        "capacity": rng.randint(1, 5),
        "refill_every": rng.choice([1, 2, 7, span, rng.randint(1, span)]),
        "span": span,
        "step": rng.randint(1, span),
        "now": rng.randint(0, span),
    }


STATES = [random_state(random.Random(seed)) for seed in range(300)]


# The rules


def test_bucket_fills_a_token_at_a_time_up_to_its_capacity() -> None:
    seen = [(send.tokens, send.admitted) for send in filled([0, 0, 0, 999, 1_000, 9_000], 2, 1_000)]
    assert seen == [(2, True), (1, True), (0, False), (0, False), (1, True), (2, True)]


def test_a_bucket_agrees_with_counting_tokens_millisecond_by_millisecond() -> None:
    for state in STATES:
        if state["span"] > 20:
            continue
        capacity, every = state["capacity"], state["refill_every"]
        tokens, waited, answers = capacity, 0, []
        for now in range(state["span"] + 1):
            if now and tokens < capacity:
                waited += 1
                if waited == every:
                    tokens, waited = tokens + 1, 0
            for _ in range(state["sends"].count(now)):
                answers.append(Filled(now, tokens, tokens > 0))
                tokens -= tokens > 0
        assert [*filled(state["sends"], capacity, every)] == answers


def test_the_window_admits_a_send_if_it_had_a_place() -> None:
    for state in STATES:
        capacity, every = state["capacity"], state["refill_every"]
        both = beside(state["sends"], capacity, every)
        wanted = admitted(state["sends"], capacity, capacity * every, "sliding")
        assert [places > 0 for _, places in both] == wanted
        assert all(0 <= places <= capacity for _, places in both)


@pytest.mark.parametrize(
    ("now", "wanted"),
    [
        (0, Now(level=0, tokens=0, next_token=1_000, places=0, next_place=3_000)),
        (999, Now(level=999, tokens=0, next_token=1, places=0, next_place=2_001)),
        (1_000, Now(level=0, tokens=0, next_token=1_000, places=0, next_place=2_000)),
        (1_500, Now(level=500, tokens=0, next_token=500, places=0, next_place=1_500)),
        (5_999, Now(level=2_999, tokens=2, next_token=1, places=0, next_place=1)),
        (6_000, Now(level=3_000, tokens=3, next_token=0, places=3, next_place=0)),
    ],
)
def test_what_both_have_after_the_sends_of_a_moment(now: int, wanted: Now) -> None:
    assert at(now, SENDS, 3, 1_000) == wanted


def test_with_one_token_bucket_and_window_say_the_same() -> None:
    for state in STATES:
        both = beside(state["sends"], 1, state["refill_every"])
        assert all(send.admitted == (places > 0) for send, places in both)


def test_the_lines_pass_through_what_both_have_at_each_moment() -> None:
    for state in STATES:
        sends, capacity, every, now = (
            state[key] for key in ("sends", "capacity", "refill_every", "now")
        )
        level, room = curves(sends, capacity, every, state["span"])
        assert level[0] == (0, capacity * every)
        assert level[-1][0] == room[-1][0] == state["span"]
        here = at(now, sends, capacity, every)
        time, height = [corner for corner in level if corner[0] <= now][-1]
        later = [corner for corner in level if corner[0] > now]
        rise = now - time if later and later[0][1] > height else 0
        assert height + rise == here.level
        assert [places for time, places in room if time <= now][-1] == here.places


# The widget


def test_sends_are_put_in_order_whenever_they_are_set() -> None:
    bucket = Bucket([2_000, 1_000, 2_000])
    assert bucket.sends == [1_000, 2_000, 2_000]
    bucket.sends = [5, 3]
    assert bucket.sends == [3, 5]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ({"capacity": 0}, "capacity must be a whole number from 1 to 20; it is 0."),
        ({"capacity": 21}, "capacity must be a whole number from 1 to 20; it is 21."),
        ({"capacity": True}, "capacity must be a whole number from 1 to 20; it is True."),
        ({"refill_every": 0}, "refill_every must be a whole number, 1 or more; it is 0."),
        ({"step": 0.5}, "step must be a whole number, 1 or more; it is 0.5."),
        ({"now": 10_001}, "now must be from 0 to 10000, the span; it is 10001."),
        ({"sends": 5}, "sends must be a list of times in milliseconds; it is 5."),
        (
            {"sends": [1, -1]},
            (
                "Every send must be a whole number of milliseconds from 0 to 10000, the span; "
                "-1 is not."
            ),
        ),
    ],
)
def test_a_bad_value_is_refused_with_one_sentence(arguments: dict[str, Any], sentence: str) -> None:
    with pytest.raises(ValueError, match=r"\.$") as raised:
        Bucket(**arguments)
    assert str(raised.value) == sentence


def test_a_bad_assignment_leaves_the_bucket_as_it_was() -> None:
    bucket = Bucket(SENDS)
    with pytest.raises(ValueError, match="capacity"):
        bucket.capacity = 99
    with pytest.raises(ValueError, match="span"):
        bucket.span = 5_000
    assert (bucket.capacity, bucket.span) == (3, 10_000)


def test_repr_makes_an_equal_bucket() -> None:
    bucket = Bucket(SENDS, capacity=4, now=250)
    assert repr(eval(repr(bucket))) == repr(bucket)


# The text twins


def test_the_sentence_says_where_they_differ_and_what_both_have() -> None:
    assert Bucket(SENDS, now=1_500).sentence() == (
        "Bucket of 3 tokens, one more every 1 s, beside a moving window that admits 3 in 3 s. "
        "Of 12 sends, the bucket lets 8 through and the window 8. "
        "They answer differently at 1, 2, 3 s. At 1.5 s: the bucket holds 0 tokens, the next comes "
        "in 0.5 s; the window has 0 free places, the next in 1.5 s."
    )


def test_the_sentence_of_a_full_bucket_and_no_sends() -> None:
    assert Bucket().sentence() == (
        "Bucket of 3 tokens, one more every 1 s, beside a moving window that admits 3 in 3 s. "
        "No send yet. At 0 s: the bucket is full, with 3 tokens; the window is empty, with 3 free "
        "places."
    )
    assert "Of 1 send, " in Bucket([0]).sentence()
    assert "They answer every send alike." in Bucket([0]).sentence()


def test_the_table_has_a_row_for_every_send() -> None:
    assert Bucket([0, 500], capacity=1).table() == (
        "| Send | Time (s) | Tokens before | Bucket | Free places before | Moving window "
        "| Answers |\n| ---: | ---: | ---: | --- | ---: | --- | --- |\n"
        "| 1 | 0 | 1 | sends | 1 | sends | the same |\n"
        "| 2 | 0.5 | 0 | waits | 0 | waits | the same |\n"
    )
    assert Bucket(SENDS).table().count("| different |") == 4


def test_the_picture_draws_each_send_twice_and_joins_what_differs() -> None:
    root = ET.fromstring(Bucket(SENDS).picture())
    name = "{http://www.w3.org/2000/svg}"
    crosses = [path for path in root.iter(f"{name}path") if path.get("stroke") == "#c62828"]
    assert len([*root.iter(f"{name}circle")]) + len(crosses) == 2 * len(SENDS) + 2  # the legend
    joins = [path for path in root.iter(f"{name}path") if path.get("stroke-dasharray")]
    assert len(joins) == 4 + 1
    assert root.find(f"{name}title").text == Bucket(SENDS).sentence()  # type: ignore[union-attr]


def test_an_output_reads_well_without_the_widget_and_is_the_same_every_time() -> None:
    first, second = (Bucket(SENDS)._repr_mimebundle_() for _ in range(2))
    assert first is not None
    assert second is not None
    shown = first[0]
    assert shown["text/plain"] == Bucket(SENDS).sentence() == second[0]["text/plain"]
    assert shown["text/html"] == second[0]["text/html"]
    assert shown["text/html"].count("<tr>") == 1 + len(SENDS)
    source = re.search(r"base64,([^\"]+)", shown["text/html"])
    assert source
    assert base64.b64decode(source[1]).decode() == Bucket(SENDS).picture()
    view = shown["application/vnd.jupyter.widget-view+json"]
    assert view["model_id"] not in shown["text/plain"] + shown["text/html"]


def test_strings_can_be_replaced_by_another_language() -> None:
    bucket = Bucket([2_500])
    bucket.strings = EN | {"decimal": ",", "table.time": "<b>", "lane.bucket": "<i>"}
    assert "| 2,5 |" in bucket.table()
    assert "<b>" not in bucket._html()
    assert ET.fromstring(bucket.picture()) is not None


@pytest.mark.parametrize("exercise", ["further.token_bucket", "throttle.sliding_window"])
def test_it_does_not_answer_the_exercise_while_it_is_checked(exercise: str) -> None:
    bucket = Bucket(SENDS)
    with withheld(exercise):
        for ask in (bucket.table, bucket.sentence, bucket.picture):
            with pytest.raises(AnswerInUse):
                ask()
        with pytest.raises(AnswerInUse):
            at(0, SENDS, 3, 1_000)
    assert bucket.sentence()


# The browser


@pytest.fixture(scope="module")
def in_javascript(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """What bucket.js computes for every one of STATES."""
    return computed(
        SCRIPT,
        """
        import { readFileSync } from "node:fs";
        import * as b from "./script.mjs";
        const { strings, states } = JSON.parse(readFileSync(0, "utf8"));
        console.log(JSON.stringify(states.map((state) => ({
          at: b.at(state.now, state),
          curves: b.curves(state),
          sentence: b.sentence({ ...state, strings }),
          rows: b.rows({ ...state, strings }),
        }))));
        """,
        {"strings": EN, "states": STATES},
        tmp_path_factory.mktemp("bucket"),
    )


def test_javascript_agrees_with_python_on_random_traces(in_javascript: Any) -> None:
    for state, found in zip(STATES, in_javascript, strict=True):
        sends, capacity, every = state["sends"], state["capacity"], state["refill_every"]
        bucket = Bucket(**state)
        lines = curves(sends, capacity, every, state["span"])
        assert found == {
            "at": asdict(at(state["now"], sends, capacity, every)),
            "curves": [[list(corner) for corner in line] for line in lines],
            "sentence": bucket.sentence(),
            "rows": bucket._rows(),
        }, state


def test_javascript_asks_only_for_strings_that_exist() -> None:
    script = SCRIPT.read_text(encoding="utf-8")
    asked = set(re.findall(r'(?:strings\["|strings\.|button\(")([a-z_.]+)', script))
    asked |= set(re.findall(r'fill\(strings, "([a-z_.]+)"', script))
    for key in re.findall(r'counted\(strings, "([a-z_]+)"', script):
        asked |= {f"{key}.one", f"{key}.other"}
    assert len(asked) > 25
    assert asked <= set(EN)


def test_the_script_loads_nothing_from_elsewhere() -> None:
    script = SCRIPT.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
    style = SCRIPT.with_suffix(".css").read_text(encoding="utf-8")
    for word in ("http:", "https:", "import ", "import(", "fetch(", "url("):
        assert word not in script
        assert word not in style
