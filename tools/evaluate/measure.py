"""Recall at a fixed rate of false alarms, on many splits by family, with bootstrap intervals."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random
from statistics import median

import numpy as np
from numpy.typing import NDArray

from tools.evaluate.attacks import ATTACKS
from tools.evaluate.models import Model

#: The share of families that a model is trained on.
TRAINING = 0.7
#: Resamples of each split's test messages.
RESAMPLES = 50


@dataclass(frozen=True)
class Sample:
    """A text, its family, and whether it is unwanted."""

    text: str
    family: str
    unwanted: bool


@dataclass(frozen=True)
class Measured:
    """The median recall over the splits; from ``low`` to ``high`` lie 95 % of the resamples."""

    recall: float
    low: float
    high: float


def without_copies(samples: Sequence[Sample]) -> list[Sample]:
    """The first of each text."""
    first: dict[str, Sample] = {}
    for sample in samples:
        first.setdefault(sample.text, sample)
    return [*first.values()]


def split_by_family(samples: Sequence[Sample], random: Random) -> tuple[list[Sample], list[Sample]]:
    """Training and test samples that share no family."""
    families = sorted({sample.family for sample in samples})
    random.shuffle(families)
    training = {*families[: round(TRAINING * len(families))]}
    return (
        [sample for sample in samples if sample.family in training],
        [sample for sample in samples if sample.family not in training],
    )


def recall_at(wanted: NDArray[np.float64], unwanted: NDArray[np.float64], rate: float) -> float:
    """The share of ``unwanted`` scores above a threshold that at most ``rate`` of ``wanted`` pass.

    The threshold is the lowest such: scores equal to it are not flagged. It is found on the very
    messages that are judged, so it says how well a model ranks, not what a threshold chosen
    beforehand would have given.
    """
    threshold = np.sort(wanted)[::-1][int(rate * len(wanted))]
    return float(np.mean(unwanted > threshold))


def measure(
    samples: Sequence[Sample], make: Callable[[], Model], rate: float, splits: int
) -> dict[str, Measured]:
    """For each attack, what a fresh model reaches; messages are attacked in the test part only.

    Only unwanted messages are attacked: the threshold comes from honest ones as they are.
    """
    recalls: dict[str, list[float]] = {attack: [] for attack in ATTACKS}
    resampled: dict[str, list[float]] = {attack: [] for attack in ATTACKS}
    for number in range(splits):
        training, test = split_by_family(samples, Random(number))  # noqa: S311
        model = make()
        model.fit([s.text for s in training], [s.unwanted for s in training])
        wanted = np.array(model.scores([s.text for s in test if not s.unwanted]))
        for attack, change in ATTACKS.items():
            random = Random(number)  # noqa: S311
            texts = [change(s.text, random) for s in test if s.unwanted]
            unwanted = np.array(model.scores(texts))
            recalls[attack].append(recall_at(wanted, unwanted, rate))
            dice = np.random.default_rng(number)
            for _ in range(RESAMPLES):
                some = dice.choice(wanted, len(wanted)), dice.choice(unwanted, len(unwanted))
                resampled[attack].append(recall_at(*some, rate))
    return {
        attack: Measured(
            median(found), *(float(q) for q in np.quantile(resampled[attack], (0.025, 0.975)))
        )
        for attack, found in recalls.items()
    }
