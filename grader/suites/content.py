"""Module m04, build: the unseen checks. Cases are drawn once for each seed, answers included."""

from __future__ import annotations

import math
import re
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from fairmark.draw import draw
from sendwell.checks import Suite
from sendwell.checks.elsewhere import Script
from sendwell.checks.learner import Learner
from sendwell.checks.suites.content import (
    Trained,
    expect_probabilities,
    measuring,
    script_of,
)

HINTS = (
    "These checks use inputs that are not printed in the notebook.",
    "Write down what the contract says for the failing case, then follow your code by hand.",
    "Try the ties and the empty cases: equal scores, one kind only, words never seen.",
)

_SCORES = st.sampled_from([-1.0, 0.0, 0.25, 0.5, 0.5, 0.75, 1.0, 3.5])


@st.composite
def _measured(give: st.DrawFn) -> tuple[list[bool], list[float], float]:
    labels = give(st.lists(st.booleans(), max_size=9))
    return labels, [give(_SCORES) for _ in labels], give(_SCORES)


@st.composite
def _costs(give: st.DrawFn) -> tuple[list[bool], list[float], float, float, float]:
    # Powers of two: whatever the order of multiplications, every cost is exact, and so is a tie.
    sizes = st.sampled_from([1, 2, 4, 8])
    labels = give(st.permutations([True] * give(sizes) + [False] * give(sizes)))
    return (
        [*labels],
        [give(_SCORES) for _ in labels],
        give(st.sampled_from([0.125, 0.25, 0.5, 0.75, 0.875])),
        give(st.sampled_from([0.0, 0.5, 1.0, 2.0, 8.0])),
        give(st.sampled_from([0.0, 0.5, 1.0, 2.0, 8.0])),
    )


@st.composite
def _trained(give: st.DrawFn) -> tuple[list[str], list[bool], float, list[str]]:
    word = st.sampled_from(["win", "Win", "hi", "you", "2", "caffè", "prize"])
    text = st.lists(word, max_size=6).map(" ".join)
    texts = give(st.lists(text, min_size=1, max_size=6))
    labels = [give(st.booleans()) for _ in texts]
    alpha = give(st.sampled_from([0.25, 0.5, 1.0, 2.0]))
    marked = st.lists(st.one_of(word, st.just("never")), max_size=5).map("! ".join)
    return texts, labels, alpha, give(st.lists(marked, min_size=1, max_size=3))


def rates(labels: list[bool], scores: list[float], threshold: float) -> dict[str, Any]:
    """The contract of metrics, counted pair by pair."""
    flags = [not score < threshold for score in scores]
    pairs = [*zip(labels, flags, strict=True)]
    found, missed = pairs.count((True, True)), pairs.count((True, False))
    alarms, passed = pairs.count((False, True)), pairs.count((False, False))

    def rate(part: int, rest: int) -> float | None:
        return part / (part + rest) if part + rest else None

    return {
        "found": found,
        "missed": missed,
        "alarms": alarms,
        "passed": passed,
        "precision": rate(found, alarms),
        "recall": rate(found, missed),
        "false_alarm_rate": rate(alarms, passed),
    }


def cheapest(
    labels: list[bool], scores: list[float], share: float, miss: float, alarm: float
) -> float:
    """The contract of best_threshold: all costs as fractions, then the highest of the least."""

    def cost(threshold: float) -> Fraction:
        of = rates(labels, scores, threshold)
        missed = Fraction(of["missed"], of["found"] + of["missed"])
        alarms = Fraction(of["alarms"], of["alarms"] + of["passed"])
        weight = Fraction(share)
        return weight * missed * Fraction(miss) + (1 - weight) * alarms * Fraction(alarm)

    candidates = {*scores, math.inf}
    least = min(map(cost, candidates))
    return max(threshold for threshold in candidates if cost(threshold) == least)


def exactly(texts: list[str], labels: list[bool], alpha: float, asked: str) -> float:
    """The contract of NaiveBayes in exact fractions, without a logarithm."""
    words = {
        kind: [
            w for t, label in zip(texts, labels, strict=True) if label is kind for w in _words(t)
        ]
        for kind in (True, False)
    }
    vocabulary = {*words[True], *words[False]}
    likely = {kind: Fraction(labels.count(kind), len(labels)) for kind in (True, False)}
    for kind in (True, False):
        below = len(words[kind]) + Fraction(alpha) * len(vocabulary)
        for word in _words(asked):
            if word in vocabulary:
                likely[kind] *= (words[kind].count(word) + Fraction(alpha)) / below
    return float(likely[True] / (likely[True] + likely[False]))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def suites(seed: int) -> list[Suite]:
    """The unseen suites of the module, their cases drawn with ``seed``."""
    return [_metrics(seed), _best_threshold(seed), _naive_bayes(seed)]


def _metrics(seed: int) -> Suite:
    suite = Suite("content.metrics")
    cases = [(case, rates(*case)) for case in draw(_measured(), 40, seed)]

    @suite.check("agrees with counting by hand on unseen scores", points=2, hints=HINTS)
    def agrees(learner: Learner) -> None:
        measuring(learner, cases)

    return suite


def _best_threshold(seed: int) -> Suite:
    suite = Suite("content.best_threshold")
    script = Script.of_calls(
        "best_threshold", [(case, cheapest(*case)) for case in draw(_costs(), 40, seed)]
    )

    @suite.check("agrees with trying every threshold on unseen scores", points=3, hints=HINTS)
    def agrees(learner: Learner) -> None:
        learner.expect_script(script)

    return suite


def _naive_bayes(seed: int) -> Suite:
    suite = Suite("content.naive_bayes")
    cases: list[Trained] = [
        (texts, labels, alpha, asked, [exactly(texts, labels, alpha, one) for one in asked])
        for texts, labels, alpha, asked in draw(_trained(), 30, seed)
    ]
    script = script_of(cases)

    @suite.check("agrees with exact fractions on unseen messages", points=4, hints=HINTS)
    def agrees(learner: Learner) -> None:
        expect_probabilities(learner, script, cases)

    return suite
