"""What a threshold chosen beforehand finds, on many splits by family, with bootstrap intervals."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random
from statistics import median

import numpy as np
from numpy.typing import NDArray

from tools.evaluate.attacks import ATTACKS
from tools.evaluate.models import Model

#: The share of families that a model learns from, and of those that its threshold is chosen on.
TRAINING, CHOOSING = 0.6, 0.2
#: Resamples of each split's test families.
RESAMPLES = 50

Scores = NDArray[np.float64]


@dataclass(frozen=True)
class Sample:
    """A text, its family, and whether it is unwanted."""

    text: str
    family: str
    unwanted: bool


@dataclass(frozen=True)
class Measured:
    """The median share over the splits; from ``low`` to ``high`` lie 95 % of the resamples."""

    share: float
    low: float
    high: float


def without_copies(samples: Sequence[Sample]) -> list[Sample]:
    """The first of each text."""
    first: dict[str, Sample] = {}
    for sample in samples:
        first.setdefault(sample.text, sample)
    return [*first.values()]


def split_by_family(
    samples: Sequence[Sample], random: Random
) -> tuple[list[Sample], list[Sample], list[Sample]]:
    """Samples to learn from, to choose a threshold on, and to be tried on: no family in two."""
    families = sorted({sample.family for sample in samples})
    random.shuffle(families)
    first = round(TRAINING * len(families))
    second = round((TRAINING + CHOOSING) * len(families))
    learnt, chosen = {*families[:first]}, {*families[first:second]}
    return (
        [sample for sample in samples if sample.family in learnt],
        [sample for sample in samples if sample.family in chosen],
        [sample for sample in samples if sample.family not in learnt | chosen],
    )


def threshold_at(wanted: Scores, rate: float) -> float:
    """The lowest threshold that at most ``rate`` of the scores lie above."""
    return float(np.sort(wanted)[::-1][int(rate * len(wanted))])


def recall_at(wanted: Scores, unwanted: Scores, rate: float) -> float:
    """The share of ``unwanted`` scores above a threshold that is found on ``wanted`` itself.

    It says how well a model ranks, and is kinder than a threshold that was chosen beforehand.
    """
    return float(np.mean(unwanted > threshold_at(wanted, rate)))


def measure(
    samples: Sequence[Sample], make: Callable[[], Model], rate: float, splits: int
) -> dict[str, Measured]:
    """What a fresh model reaches: "ranking", "false alarms", and for each attack the recall.

    Ranking is ``recall_at`` of the clean test part. For all else the threshold is chosen on other
    families, to flag ``rate`` of their honest messages. Only unwanted messages are attacked.
    """
    split_up = [split_by_family(samples, Random(number)) for number in range(splits)]  # noqa: S311
    found: dict[str, list[tuple[float, list[float]]]] = {}
    for number, (training, choosing, test) in enumerate(split_up):
        model = make()
        model.fit([s.text for s in training], [s.unwanted for s in training])
        threshold = threshold_at(
            np.array(model.scores([s.text for s in choosing if not s.unwanted])), rate
        )
        honest = [s for s in test if not s.unwanted]
        bad = [s for s in test if s.unwanted]
        dice = np.random.default_rng(number)
        wanted = _by_family(honest, model.scores([s.text for s in honest]))
        found.setdefault("false alarms", []).append(_above(wanted, threshold, dice))
        for attack, change in ATTACKS.items():
            random = Random(number)  # noqa: S311
            scores = model.scores([change(s.text, random) for s in bad])
            unwanted = _by_family(bad, scores)
            if attack == "clean":
                found.setdefault("ranking", []).append(_ranking(wanted, unwanted, rate, dice))
            found.setdefault(attack, []).append(_above(unwanted, threshold, dice))
    return {name: _measured(all_splits) for name, all_splits in found.items()}


def _measured(all_splits: Sequence[tuple[float, list[float]]]) -> Measured:
    again = [one for _, resampled in all_splits for one in resampled]
    low, high = np.quantile(again, (0.025, 0.975))
    return Measured(median(share for share, _ in all_splits), float(low), float(high))


def _by_family(samples: Sequence[Sample], scores: Sequence[float]) -> list[Scores]:
    families: dict[str, list[float]] = {}
    for sample, score in zip(samples, scores, strict=True):
        families.setdefault(sample.family, []).append(score)
    return [np.array(some) for some in families.values()]


def _drawn(families: Sequence[Scores], dice: np.random.Generator) -> Scores:
    places = dice.integers(0, len(families), len(families))
    return np.concatenate([families[place] for place in places])


def _above(
    families: Sequence[Scores], threshold: float, dice: np.random.Generator
) -> tuple[float, list[float]]:
    """The share of scores above the threshold; and again for families that are drawn anew."""
    above = np.array([float(np.sum(some > threshold)) for some in families])
    sizes = np.array([len(some) for some in families])
    places = dice.integers(0, len(sizes), (RESAMPLES, len(sizes)))
    again = above[places].sum(axis=1) / sizes[places].sum(axis=1)
    return float(above.sum() / sizes.sum()), [float(one) for one in again]


def _ranking(
    wanted: Sequence[Scores], unwanted: Sequence[Scores], rate: float, dice: np.random.Generator
) -> tuple[float, list[float]]:
    once = recall_at(np.concatenate(wanted), np.concatenate(unwanted), rate)
    again = [
        recall_at(_drawn(wanted, dice), _drawn(unwanted, dice), rate) for _ in range(RESAMPLES)
    ]
    return once, again
