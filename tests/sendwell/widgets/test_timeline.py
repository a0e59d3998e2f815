"""The time line's logic, its text twins, and that the browser computes the same."""

import random
import re
from itertools import pairwise
from pathlib import Path

import pytest

import sendwell.widgets.timeline as module
from sendwell.checks.answers import AnswerInUse, withheld
from sendwell.widgets import Timeline
from sendwell.widgets.timeline import admitted, boundary_burst, fullest_window, in_window
from sendwell.widgets.timeline_strings import EN
from tests.sendwell.widgets.javascript import computed

BURST = [9_400, 9_600, 9_800, 10_000, 10_200, 10_400]
SCRIPT = Path(module.__file__).with_name("timeline.js")


def random_state(rng: random.Random) -> dict:
    """Small numbers, so that edges and equal times are common."""
    span = rng.choice([1, 20, 1_000, 40_000])
    return {
        "sends": sorted(rng.randint(0, span) for _ in range(rng.randint(0, 25))),
        "limit": rng.randint(1, 5),
        "window": rng.choice([1, 2, 7, span, rng.randint(1, span)]),
        "span": span,
        "step": rng.randint(1, span),
        "position": rng.randint(0, span),
        "rule": rng.choice(["fixed", "sliding"]),
    }


STATES = [random_state(random.Random(seed)) for seed in range(400)]


# What the rules admit


def test_a_fixed_window_admits_a_burst_around_its_boundary():
    assert admitted(BURST, 3, 10_000, "fixed") == [True] * 6


def test_a_sliding_window_does_not():
    assert admitted(BURST, 3, 10_000, "sliding") == [True] * 3 + [False] * 3


@pytest.mark.parametrize(
    ("sends", "rule", "expected"),
    [
        ([], "fixed", []),
        ([], "sliding", []),
        ([0, 10_000], "sliding", [True, True]),  # (0, 10_000] holds 10_000 only
        ([1, 10_000], "sliding", [True, False]),
        ([9_999, 10_000], "fixed", [True, True]),
        ([0, 9_999], "fixed", [True, False]),
        ([5, 5], "fixed", [True, False]),
        ([5, 5], "sliding", [True, False]),
    ],
)
def test_edges_at_limit_one(sends, rule, expected):
    assert admitted(sends, 1, 10_000, rule) == expected


def test_a_refused_attempt_does_not_count():
    sends = [0, 1_000, 2_000, 3_000, 10_500]
    assert admitted(sends, 2, 10_000, "sliding") == [True, True, False, False, True]


def test_no_sliding_window_ever_holds_more_than_the_limit():
    for state in STATES:
        sends, limit, window = state["sends"], state["limit"], state["window"]
        verdicts = admitted(sends, limit, window, "sliding")
        times = [sent for sent, yes in zip(sends, verdicts, strict=True) if yes]
        assert fullest_window(times, window)[0] <= limit


def test_a_sliding_window_refuses_only_when_it_is_full():
    for state in STATES:
        sends, limit, window = state["sends"], state["limit"], state["window"]
        times: list[int] = []
        for now, yes in zip(sends, admitted(sends, limit, window, "sliding"), strict=True):
            assert yes == (in_window(times, now, window) < limit)
            times += [now] * yes


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (([1], 0, 10, "fixed"), "limit must be a whole number, 1 or more; it is 0."),
        (([1], True, 10, "fixed"), "limit must be a whole number, 1 or more; it is True."),
        (([1], 1, 0.5, "fixed"), "window must be a whole number, 1 or more; it is 0.5."),
        (([1], 1, 10, "moving"), "rule must be 'fixed' or 'sliding'; it is 'moving'."),
        (([2, 1], 1, 10, "fixed"), "sends must be in order of time; 1 comes after 2."),
    ],
)
def test_wrong_arguments_are_named(arguments, part):
    with pytest.raises(ValueError, match="must be") as raised:
        admitted(*arguments)
    assert str(raised.value) == part


# Windows


def test_a_window_holds_its_right_end_and_not_its_left():
    assert in_window([0, 1, 10_000, 10_001], 10_000, 10_000) == 2


@pytest.mark.parametrize(
    ("times", "expected"),
    [([], (0, 0)), ([0], (1, 0)), ([0, 10], (1, 0)), ([0, 9], (2, 9)), ([3, 3, 20, 20], (2, 3))],
)
def test_the_fullest_window_is_the_earliest_of_the_fullest(times, expected):
    assert fullest_window(times, 10) == expected


def test_the_fullest_window_agrees_with_looking_at_every_millisecond():
    for state in STATES:
        if state["span"] <= 20 and state["sends"]:
            sends, window = state["sends"], state["window"]
            counts = [in_window(sends, t, window) for t in range(state["span"] + 1)]
            assert fullest_window(sends, window) == (max(counts), counts.index(max(counts)))


@pytest.mark.parametrize("limit", [1, 3, 50])
@pytest.mark.parametrize("window", [2, 5, 1_000, 10_000])
def test_the_boundary_burst_doubles_the_limit_within_one_window(limit, window):
    sends = boundary_burst(limit, window)
    assert all(first <= second for first, second in pairwise(sends))
    assert all(admitted(sends, limit, window, "fixed"))
    assert fullest_window(sends, window)[0] == 2 * limit


def test_the_boundary_burst_of_the_course():
    assert boundary_burst(3, 10_000) == BURST


# The widget


def test_sends_are_put_in_order_whenever_they_are_set():
    timeline = Timeline([2_000, 1_000, 2_000])
    assert timeline.sends == [1_000, 2_000, 2_000]
    timeline.sends = [5, 3]
    assert timeline.sends == [3, 5]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ({"limit": 0}, "limit must be a whole number, 1 or more; it is 0."),
        ({"limit": "3"}, "limit must be a whole number, 1 or more; it is '3'."),
        ({"step": 0}, "step must be a whole number, 1 or more; it is 0."),
        ({"span": True}, "span must be a whole number, 1 or more; it is True."),
        ({"rule": "moving"}, "rule must be 'fixed' or 'sliding'; it is 'moving'."),
        ({"position": -1}, "position must be from 0 to 40000, the span; it is -1."),
        ({"span": 9_000}, "position must be from 0 to 9000, the span; it is 10000."),
        ({"sends": 5}, "sends must be a list of times in milliseconds; it is 5."),
        (
            {"sends": [1, 40_001]},
            (
                "Every send must be a whole number of milliseconds from 0 to 40000, the span; "
                "40001 is not."
            ),
        ),
        (
            {"sends": [0.5]},
            (
                "Every send must be a whole number of milliseconds from 0 to 40000, the span; "
                "0.5 is not."
            ),
        ),
    ],
)
def test_a_bad_value_is_refused_with_one_sentence(arguments, sentence):
    with pytest.raises(ValueError, match=r"\.$") as raised:
        Timeline(**arguments)
    assert str(raised.value) == sentence


def test_a_bad_assignment_leaves_the_time_line_as_it_was():
    timeline = Timeline(BURST)
    with pytest.raises(ValueError, match="span"):
        timeline.span = 10_000
    with pytest.raises(ValueError, match="limit"):
        timeline.limit = 0
    assert (timeline.span, timeline.limit) == (40_000, 3)


def test_the_browser_may_set_several_traits_at_once():
    timeline = Timeline()
    timeline.set_state({"position": 80_000, "sends": [80_000], "span": 80_000})
    assert (timeline.sends, timeline.position) == ([80_000], 80_000)


def test_every_trait_of_the_contract_is_synced():
    names = {"sends", "limit", "window", "span", "step", "position", "rule", "strings"}
    assert names <= set(Timeline().get_state())


def test_repr_makes_an_equal_time_line():
    timeline = Timeline(BURST, rule="sliding", position=10_400)
    assert repr(eval(repr(timeline))) == repr(timeline)


# The text twins


def test_the_sentence_says_that_a_fixed_window_breaks_the_limit():
    assert Timeline(BURST, position=10_400).sentence() == (
        "Fixed window, at most 3 in 10 s: 6 sends placed, 6 admitted, 0 refused. "
        "The moving window that ends at 10.4 s holds 6 admitted sends and 0 refused; "
        "the fullest window ends at 10.4 s and holds 6, which breaks the limit of 3."
    )


def test_the_sentence_says_that_a_sliding_window_keeps_it():
    assert Timeline(BURST, position=10_400, rule="sliding").sentence() == (
        "Sliding window, at most 3 in 10 s: 6 sends placed, 3 admitted, 3 refused. "
        "The moving window that ends at 10.4 s holds 3 admitted sends and 3 refused; "
        "the fullest window ends at 9.8 s and holds 3, which keeps to the limit of 3."
    )


def test_the_sentence_counts_one_send_in_the_singular():
    sentence = Timeline([250]).sentence()
    assert "1 send placed" in sentence
    assert "1 admitted send and" in sentence


def test_the_sentence_without_sends():
    expected = "Fixed window, at most 3 in 10 s: no send placed yet."
    assert Timeline().sentence() == expected


def test_the_table_has_a_row_for_every_send():
    assert Timeline([1_000, 1_000, 11_500], limit=1, rule="sliding").table() == (
        "| Send | Time (s) | Admitted | Admitted in the window that ends here |\n"
        "| ---: | ---: | --- | ---: |\n"
        "| 1 | 1 | yes | 1 |\n"
        "| 2 | 1 | no | 1 |\n"
        "| 3 | 11.5 | yes | 1 |\n"
    )


def test_an_output_reads_well_without_the_widget_and_is_the_same_every_time():
    first, second = (Timeline(BURST)._repr_mimebundle_()[0] for _ in range(2))
    assert first["text/plain"] == Timeline(BURST).sentence() == second["text/plain"]
    assert first["text/html"] == second["text/html"]
    assert first["text/html"].count("<tr>") == 7
    assert '<th scope="col">' in first["text/html"]
    view = first["application/vnd.jupyter.widget-view+json"]
    assert view["model_id"] not in first["text/plain"] + first["text/html"]


def test_strings_can_be_replaced_by_another_language():
    timeline = Timeline([9_400])
    timeline.strings = EN | {"decimal": ",", "rule.fixed": "Finestra fissa"}
    assert timeline.sentence().startswith("Finestra fissa")
    assert "| 9,4 |" in timeline.table()


def test_html_in_a_translation_is_shown_as_text():
    timeline = Timeline([1])
    timeline.strings = EN | {"table.time": "<b>", "rule.fixed": "<i>"}
    html = timeline._repr_mimebundle_()[0]["text/html"]
    assert "<b>" not in html
    assert "<i>" not in html


def test_it_does_not_answer_the_exercise_while_it_is_checked():
    timeline = Timeline(BURST, rule="sliding")
    with withheld("throttle.sliding_window"):
        with pytest.raises(AnswerInUse):
            admitted(BURST, 3, 10_000, "sliding")
        with pytest.raises(AnswerInUse):
            timeline.table()
        with pytest.raises(AnswerInUse):
            timeline.sentence()
        with pytest.raises(AnswerInUse):
            module._sliding(BURST, 3, 10_000)
    assert timeline.sentence()


# The browser


@pytest.fixture(scope="module")
def in_javascript(tmp_path_factory):
    """What timeline.js computes for every one of STATES."""
    return computed(
        SCRIPT,
        """
        import { readFileSync } from "node:fs";
        import * as t from "./script.mjs";
        const { strings, states } = JSON.parse(readFileSync(0, "utf8"));
        console.log(JSON.stringify(states.map((state) => {
          const { sends, limit, window, position } = state;
          return {
            fixed: t.admitted(sends, limit, window, "fixed"),
            sliding: t.admitted(sends, limit, window, "sliding"),
            in_window: t.inWindow(sends, position, window),
            fullest_window: t.fullestWindow(sends, window),
            boundary_burst: t.boundaryBurst(limit, window),
            sentence: t.sentence({ ...state, strings }),
            rows: t.rows({ ...state, strings }),
          };
        })));
        """,
        {"strings": EN, "states": STATES},
        tmp_path_factory.mktemp("timeline"),
    )


def test_javascript_agrees_with_python_on_random_traces(in_javascript):
    for state, found in zip(STATES, in_javascript, strict=True):
        sends, limit, window = state["sends"], state["limit"], state["window"]
        timeline = Timeline(**state)
        assert found == {
            "fixed": admitted(sends, limit, window, "fixed"),
            "sliding": admitted(sends, limit, window, "sliding"),
            "in_window": in_window(sends, state["position"], window),
            "fullest_window": list(fullest_window(sends, window)),
            "boundary_burst": boundary_burst(limit, window),
            "sentence": timeline.sentence(),
            "rows": timeline._rows(),
        }, state


def test_javascript_asks_only_for_strings_that_exist():
    script = SCRIPT.read_text(encoding="utf-8")
    asked = set(
        re.findall(r'(?:strings\["|strings\.|fill\(strings, "|button\(")([a-z_.]+)', script)
    )
    for key in re.findall(r'counted\(strings, "([a-z_]+)"', script):
        asked |= {f"{key}.one", f"{key}.other"}
    assert len(asked) > 25
    assert asked - {"table.", "legend.", "rule."} <= set(EN)


def test_the_script_loads_nothing_from_elsewhere():
    script = SCRIPT.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
    style = SCRIPT.with_suffix(".css").read_text(encoding="utf-8")
    for word in ("http:", "https:", "import ", "import(", "fetch(", "url("):
        assert word not in script
        assert word not in style
