"""The evaluation: its splits, its figure, its references, and what attacks leave alone."""

from __future__ import annotations

import json
from collections.abc import Sequence
from random import Random

import numpy as np
import pytest

from sendwell.data import disguised, messages
from sendwell.looks import one_spelling
from tools.evaluate.__main__ import main, samples_of
from tools.evaluate.attacks import ATTACKS, EXAMPLES, examples
from tools.evaluate.measure import Sample, measure, recall_at, split_by_family, without_copies
from tools.evaluate.models import models
from tools.evaluate.reference import Linear, NaiveBayes


def test_no_family_is_in_two_parts() -> None:
    samples = samples_of(messages("en"))
    parts = split_by_family(samples, Random(1))
    families = [{s.family for s in part} for part in parts]
    assert sum(map(len, families)) == len(set().union(*families))
    assert sorted(s.text for part in parts for s in part) == sorted(s.text for s in samples)


def test_copies_are_left_out() -> None:
    samples = [Sample("a", "x", True), Sample("b", "x", False), Sample("a", "y", True)]
    assert without_copies(samples) == samples[:2]


@pytest.mark.parametrize(
    ("rate", "recall"), [(0.0, 0.5), (0.24, 0.5), (0.25, 0.75), (0.5, 1.0), (0.75, 1.0)]
)
def test_recall_allows_no_more_false_alarms_than_it_says(rate: float, recall: float) -> None:
    wanted, unwanted = np.array([1.0, 2.0, 3.0, 4.0]), np.array([2.5, 4.0, 5.0, 6.0])
    found = recall_at(wanted, unwanted, rate)
    assert found == recall


def test_a_model_that_gives_all_the_same_score_finds_nothing() -> None:
    assert recall_at(np.zeros(10), np.zeros(10), 0.05) == 0.0


def test_naive_bayes_by_hand() -> None:
    model = NaiveBayes()
    model.fit(["win win", "hi there"], [True, False])
    # Of "win": (2 + 1) of 2 + 3 words against (0 + 1) of 2 + 3; both kinds are as common.
    assert model.score("Win") == pytest.approx(np.log(3))
    assert model.score("unheard") == 0.0


def test_best_reference_finds_most_of_what_it_learnt_and_is_the_same_every_time() -> None:
    samples = samples_of(messages("en"))
    texts, labels = [s.text for s in samples], [s.unwanted for s in samples]
    one, two = Linear(), Linear()
    one.fit(texts, labels)
    two.fit(texts, labels)
    scores = [one.score(text) for text in texts]
    assert scores == [two.score(text) for text in texts]
    right = sum((score > 0) == label for score, label in zip(scores, labels, strict=True))
    assert right / len(labels) > 0.95


def test_attacks_change_what_a_filter_reads_and_the_reference_undoes_the_invisible() -> None:
    text = "claim your winning prize"
    for name, attack in ATTACKS.items():
        assert (attack(text, Random(1)) == text) == (name == "clean")
    assert one_spelling(ATTACKS["invisible"](text, Random(1))) == text


def test_every_model_is_measured_clean_and_attacked() -> None:
    samples = samples_of(messages("it"))
    for make in models("it").values():
        found = measure(samples, make, 0.05, 1)
        assert {*found} == {"ranking", "false alarms", *ATTACKS}
        assert all(0 <= one.low <= one.high <= 1 for one in found.values())


def test_command_without_the_collection_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SENDWELL_SMS_SPAM", "/nowhere/at/all")
    few = {"best reference": models("en")["best reference"]}
    monkeypatch.setattr("tools.evaluate.__main__.models", lambda _: few)
    assert main(["--splits", "1"]) == 0
    told = capsys.readouterr()
    assert told.out.count("| best reference |") == 4
    assert "left out" in told.err


def test_learners_have_the_examples_that_the_attacks_make() -> None:
    rows = [json.loads(line) for line in EXAMPLES.read_text(encoding="utf-8").splitlines()]
    assert rows == [list(row) for row in examples()]
    assert {one.origin for one in disguised("it")} == {"plain", "invisible", "look-alikes"}
    assert all(one.language == "it" for one in disguised("it"))


def test_the_threshold_is_chosen_on_families_that_are_not_judged() -> None:
    """A model that gives every text of the test part a high score flags all of its honest ones."""
    samples = [Sample(f"text {n}", f"family {n}", n % 2 == 0) for n in range(60)]
    judged = {s.text for s in split_by_family(samples, Random(0))[2]}

    class Knows:
        def fit(self, texts: Sequence[str], labels: Sequence[bool]) -> None:
            assert not judged & {*texts}

        def scores(self, texts: Sequence[str]) -> list[float]:
            return [float(text in judged) for text in texts]

    found = measure(samples, Knows, 0.05, 1)
    assert found["false alarms"].share == 1.0
    assert found["ranking"].share == 0.0
