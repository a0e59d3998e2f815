"""The course's own measures and word counts, for filters of messages."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from random import Random

from sendwell.checks.answers import answers
from sendwell.data.model import Message


@answers("content")
def measures(
    labels: Sequence[bool], scores: Sequence[float], threshold: float
) -> dict[str, int | float | None]:
    """Counts and rates of a filter that flags scores from ``threshold`` on; None if undefined."""
    pairs = Counter(
        (label, score >= threshold) for label, score in zip(labels, scores, strict=True)
    )
    found, missed = pairs[True, True], pairs[True, False]
    alarms, passed = pairs[False, True], pairs[False, False]
    return {
        "found": found,
        "missed": missed,
        "alarms": alarms,
        "passed": passed,
        "precision": found / (found + alarms) if found + alarms else None,
        "recall": found / (found + missed) if found + missed else None,
        "false_alarm_rate": alarms / (alarms + passed) if alarms + passed else None,
    }


@answers("content")
def cheapest(
    labels: Sequence[bool], scores: Sequence[float], share: float, miss: float, alarm: float
) -> float | None:
    """The highest threshold of least cost among the scores and infinity; None if undefined."""
    if len(set(labels)) < 2:
        return None

    def cost(threshold: float) -> float:
        flagged = measures(labels, scores, threshold)
        missed = flagged["missed"] or 0
        alarms = flagged["alarms"] or 0
        unwanted = sum(labels)
        return (
            share * missed / unwanted * miss
            + (1 - share) * alarms / (len(labels) - unwanted) * alarm
        )

    return min(sorted({*scores, math.inf}, reverse=True), key=cost)


@answers("content")
def bayes(
    texts: Sequence[str], labels: Sequence[bool], alpha: float, asked: Sequence[str]
) -> list[float]:
    """For each text of ``asked`` how likely it is unwanted, by Naive Bayes over words."""
    if len(set(labels)) < 2:
        return [float(labels[0])] * len(asked)
    counts: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
    for text, label in zip(texts, labels, strict=True):
        counts[label].update(re.findall(r"\w+", text.lower()))
    known = counts[True].keys() | counts[False].keys()
    below = {label: count.total() + alpha * len(known) for label, count in counts.items()}
    prior = math.log(sum(labels) / (len(labels) - sum(labels)))

    def odds(text: str) -> float:
        words = [word for word in re.findall(r"\w+", text.lower()) if word in known]
        return prior + sum(
            math.log((counts[True][word] + alpha) / below[True])
            - math.log((counts[False][word] + alpha) / below[False])
            for word in words
        )

    return [1 / (1 + math.exp(min(700.0, -odds(text)))) for text in asked]


@answers("content")
def by_family(
    some: Sequence[Message], share: float, seed: int
) -> tuple[list[Message], list[Message]]:
    """A training part and a tried part of about ``share``; no family is in both."""
    families = sorted({message.family for message in some})
    Random(seed).shuffle(families)  # noqa: S311
    sizes = Counter(message.family for message in some)
    tried: set[str] = set()
    for family in families:
        if sum(sizes[one] for one in tried) < share * len(some):
            tried.add(family)
    return [m for m in some if m.family not in tried], [m for m in some if m.family in tried]


@answers("content")
def copied(training: Sequence[Message], tried: Sequence[Message]) -> list[str]:
    """The ids of messages in ``tried`` that have the words of one in ``training``."""
    known = {_bare(message.text) for message in training}
    return [message.id for message in tried if _bare(message.text) in known]


def _bare(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[^\W\d_]+", text.lower()))
