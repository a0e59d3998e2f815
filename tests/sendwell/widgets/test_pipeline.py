"""The pipeline's runs, its text twins, and that the browser says the same of each hour."""

import base64
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

import sendwell.widgets.pipeline as module
from sendwell.platform import watch
from sendwell.platform.settings import DAY, HOUR
from sendwell.widgets import Pipeline, pipeline_picture
from sendwell.widgets.pipeline import moment, sentence
from sendwell.widgets.pipeline_run import (
    FRAME,
    HOURS,
    PEAKS,
    VOLUMES,
    duration,
    settings,
    simulated,
)
from sendwell.widgets.pipeline_strings import EN
from tests.sendwell.widgets.javascript import computed
from tools.validate_platform import conserved

SCRIPT = Path(module.__file__).with_name("pipeline.js")


def means(pipeline):
    return {wait["kind"]: wait["mean"] for wait in pipeline.run["waits"]}


@pytest.fixture(scope="module")
def few():
    """A pipeline after its reviewers fell from three to two."""
    pipeline = Pipeline()
    pipeline.reviewers = 2
    return pipeline


# What is counted


def test_nothing_is_lost_at_any_hour():
    frames, outcome = watch(settings("high", 2, 40, priority=True, merging=True), 1, HOUR)
    assert conserved(outcome)
    assert [frame.time for frame in frames] == list(range(0, 9 * DAY + 1, HOUR))
    for frame in frames:
        people = frame.merged + frame.reviewed + frame.busy
        assert frame.received - frame.filtered - people <= sum(frame.waiting)
        assert frame.filter.total == frame.filtered
        assert sum(frame.sanctions.values()) == (
            frame.filter.caught + frame.filter.wronged + frame.people.caught + frame.people.wronged
        )


def test_everybody_sees_the_same():
    first = Pipeline(reviewers=5).run
    simulated.cache_clear()
    assert Pipeline(reviewers=5).run == first


def test_a_reviewer_fewer_makes_spam_wait_and_hardly_the_urgent(few):
    before = means(Pipeline())
    assert means(few)["spam"] > 100 * before["spam"]
    assert means(few)["child safety"] < 3 * before["child safety"]


def test_without_priority_all_wait_alike(few):
    alike = means(Pipeline(reviewers=2, priority=False))
    assert max(alike.values()) < 1.1 * min(alike.values())
    assert alike["spam"] < means(few)["spam"]


def test_merging_helps_where_the_queue_is_long():
    peak = means(Pipeline(peak=40))["spam"]
    assert means(Pipeline(peak=40, merging=True))["spam"] < 0.8 * peak


def test_a_crowd_gets_one_verdict_and_makes_everybody_else_wait():
    longest = {}
    for scenario in ("ordinary", "brigading"):
        pipeline = Pipeline(scenario=scenario)
        longest[scenario] = {wait["kind"]: wait["longest"] for wait in pipeline.run["waits"]}
    for kind in ("threats", "fraud", "spam"):
        assert longest["brigading"][kind] > 4 * longest["ordinary"][kind]
    assert longest["brigading"]["child safety"] < 2 * longest["ordinary"]["child safety"]
    crowd = settings("high", 3, 0, "brigading", priority=True, merging=False).brigade
    assert (crowd.start, crowd.over) == (2 * DAY + 9 * HOUR, 2 * HOUR)
    assert f"a crowd sends {crowd.reports} untrue reports of a threat" in pipeline.scene()
    assert "one verdict, the same as for one report" in pipeline.scene()


def test_merging_takes_most_of_the_crowd_away():
    alone, merged = (Pipeline(scenario="brigading", merging=each) for each in (False, True))
    assert means(merged)["threats"] < 0.7 * means(alone)["threats"]
    counts = [re.search(r"messages (\d+) times", each.scene())[1] for each in (alone, merged)]
    assert int(counts[1]) < int(counts[0]) / 2


def test_lawyers_make_nobody_wait_for_a_reviewer_and_most_of_their_cases_are_open():
    legal = Pipeline(scenario="legal")
    assert means(legal) == means(Pipeline())
    cases, done, open_ = (
        int(re.search(pattern, legal.scene())[1])
        for pattern in (r"(\d+) cases went", r"(\d+) are decided", r"(\d+) are not")
    )
    assert cases == done + open_
    assert open_ > done > 0


def test_an_ordinary_week_says_nothing_of_a_scenario_and_the_others_say_their_numbers():
    assert Pipeline().scene() == ""
    ordinary = Pipeline().run["parameters"]
    assert Pipeline(scenario="brigading").run["parameters"][:-1] == ordinary
    legal = Pipeline(scenario="legal", volume="low").run["parameters"]
    assert len(legal) == len(ordinary) + 2
    assert all("H13, unverified" in line for line in legal[-2:])
    assert any("C01" in line for line in legal)


def test_a_peak_keeps_the_weeks_reports():
    weeks = [sum(settings("high", 3, p, priority=True, merging=False).days) for p in PEAKS]
    assert weeks == pytest.approx([7.0] * 4)


def test_nothing_is_counted_twice(monkeypatch):
    pipeline = Pipeline(reviewers=4)
    pipeline.reviewers = 3
    monkeypatch.setattr("sendwell.widgets.pipeline_run.watch", None)
    pipeline.reviewers = 4
    assert pipeline.run["settings"]["reviewers"] == 4


# What is said


def test_a_change_is_said_with_before_and_after(few):
    assert few.changed().startswith(
        "You changed “Reviewers on duty” from 3 to 2. The same reports come at the same moments."
    )
    assert re.search(r"spam at least [\d.]+ h, before [\d.]+ min", few.changed())
    assert Pipeline().changed() == EN["changed.none"]


def test_a_change_of_the_peak_does_not_claim_the_same_moments():
    pipeline = Pipeline()
    pipeline.peak = 40
    assert "from none to 40 % more than on weekdays" in pipeline.changed()
    assert EN["same.peak"] in pipeline.changed()
    pipeline.volume = "low"
    assert "from 13,250 to 5,000" in pipeline.changed()
    assert EN["same.volume"] in pipeline.changed()
    pipeline.volume = "high"
    pipeline.scenario = "legal"
    assert "“Scenario” from ordinary to some cases go to lawyers" in pipeline.changed()


def test_the_table_counts_those_who_wait_still(few):
    lines = few.table().splitlines()
    assert len(lines) == 2 + 4
    assert "at least" in lines[-1]
    assert "at least" not in lines[2]


def test_the_sentence_follows_the_hour(few):
    assert few.sentence().startswith("Day 1, Monday, 0:00: 0 reports so far.")
    assert sentence(EN, few.run, HOURS).startswith("Day 10, Wednesday, 0:00: ")
    assert moment(EN, 150) == "Day 7, Sunday, 6:00"


@pytest.mark.parametrize(
    ("milliseconds", "said"),
    [
        (0, "0 s"),
        (59_499, "59 s"),
        (59_500, "1.0 min"),
        (3_596_999, "59.9 min"),
        (3_599_000, "1.0 h"),
        (47.9 * HOUR, "47.9 h"),
        (48 * HOUR, "2.0 days"),
    ],
)
def test_a_time_is_said_in_the_unit_that_fits(milliseconds, said):
    assert duration(EN, milliseconds) == said


def test_without_a_widget_there_are_sentences_a_picture_and_tables(few):
    data, _ = few._repr_mimebundle_()
    assert data["text/plain"].endswith(few.run["week"])
    page = data["text/html"]
    encoded = re.search(r"data:image/svg\+xml;base64,([^\"]+)", page)[1]
    assert "spam: at least" in "".join(ET.fromstring(base64.b64decode(encoded).decode()).itertext())
    assert page.count("<tr>") == (1 + 4) + (1 + 9)
    assert "Automatic filter: " in page


def test_every_number_says_where_it_is_from(few):
    found = " ".join(few.run["parameters"])
    for claim in (
        "H01, unverified, contradicted",
        "D11, unverified",
        "P10, as read",
        "chosen for the",
    ):
        assert claim in found
    assert all(claim in few.options["volume"][name] for name, claim in VOLUMES.items())


# The widget


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({"volume": "huge"}, "volume must be 'low', 'middle' or 'high'; it is 'huge'."),
        (
            {"scenario": "war"},
            "scenario must be one of 'ordinary', 'legal', 'brigading'; it is 'war'.",
        ),
        ({"reviewers": 0}, "reviewers must be a whole number from 1 to 6; it is 0."),
        ({"reviewers": 2.5}, "reviewers must be a whole number from 1 to 6; it is 2.5."),
        ({"peak": 50}, "peak must be one of 0, 20, 40, 60 (percent); it is 50."),
        ({"priority": 1}, "priority must be True or False; it is 1."),
        ({"hour": 217}, "hour must be a whole number from 0 to 216; it is 217."),
        ({"speed": 2}, "speed must be one of 1, 6, 24 (hours a second); it is 2."),
    ],
)
def test_wrong_values_are_named(arguments, said):
    with pytest.raises(ValueError, match="must be") as raised:
        Pipeline(**arguments)
    assert str(raised.value) == said


def test_a_wrong_value_that_is_assigned_is_named_and_changes_nothing(few):
    with pytest.raises(ValueError, match="from 1 to 6; it is 9"):
        few.reviewers = 9
    assert few.run["settings"]["reviewers"] == few.reviewers == 2


def test_repr_makes_an_equal_pipeline(few):
    assert repr(eval(repr(few))) == repr(few)


# The browser


def test_javascript_agrees_with_python(tmp_path, few):
    times = [0, 1_000, 60_000, 5_000_000, 400_000_000, 10**9]
    names, sentences, places = computed(
        SCRIPT,
        """
        import { readFileSync } from "node:fs";
        import * as p from "./script.mjs";
        const { strings, run, times } = JSON.parse(readFileSync(0, "utf8"));
        console.log(JSON.stringify([p.FRAME, run.frames.map((_, hour) =>
          p.sentence(strings, run, hour)), times.map(p.place)]));
        """,
        {"strings": EN, "run": few.run, "times": times},
        tmp_path,
    )
    assert names == list(FRAME)
    assert sentences == [sentence(EN, few.run, hour) for hour in range(HOURS + 1)]
    assert places == pytest.approx([pipeline_picture.place(time) for time in times])
