"""Two classifiers in plain Python, such as a learner could write."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise, repeat

from sendwell.looks import one_spelling

#: Which digits a number has says less than how many: all become 0.
_DIGITS = str.maketrans("123456789", "000000000")
_WORDS = re.compile(r"<\w+>|\w+|[£$€!?%]")


def words(text: str) -> list[str]:
    """The words of a text in lower case, as often as they occur."""
    return re.findall(r"\w+", text.lower())


def features(text: str) -> set[str]:
    """Words, pairs of neighbours and stretches of four characters of the normalised text.

    Words and pairs hold a line feed here, so that no stretch is taken for one.
    """
    text = one_spelling(text).translate(_DIGITS)
    some = _WORDS.findall(text)
    around = f" {' '.join(text.split())} "
    found = {around[i : i + 4] for i in range(len(around) - 3)}
    found.update([word + "\n" for word in some])
    found.update([one + "\n" + other for one, other in pairwise(some)])
    return found


#: A weight nearer to 0 changes the log-odds of a text of 100 features by less than 0.01.
LEAST_WEIGHT = 0.1


class NaiveBayes:
    """Log-odds from counts, smoothed by ``alpha``; features never seen in training are ignored."""

    def __init__(self, take: Callable[[str], Iterable[str]] = words, alpha: float = 1.0) -> None:
        self.take = take
        self.alpha = alpha
        self.weights: dict[str, float] = {}
        self.prior = 0.0

    def fit(self, texts: Sequence[str], labels: Sequence[bool]) -> None:
        """Count. ``labels`` say of each text whether it is unwanted; both kinds must occur."""
        counts: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
        for text, label in zip(texts, labels, strict=True):
            counts[label].update(self.take(text))
        known = counts[True].keys() | counts[False].keys()
        size = self.alpha * len(known)
        bad, good = counts[True], counts[False]
        shift = math.log((good.total() + size) / (bad.total() + size))
        log, alpha = math.log, self.alpha
        self.weights = {k: log((bad[k] + alpha) / (good[k] + alpha)) + shift for k in known}
        self.prior = log(sum(labels) / (len(labels) - sum(labels)))

    def score(self, text: str) -> float:
        """The log-odds that ``text`` is unwanted."""
        get = self.weights.get
        return self.prior + sum(get(feature, 0.0) for feature in self.take(text))


class Linear:
    """Logistic regression over presence of features, and half of Naive Bayes on top.

    The regression, by stochastic gradient steps, starts from nothing, takes the texts in a fixed
    order, and divides by the root of the number of features, so that long texts do not count more
    than short ones. It learns what separates the training texts; with few of them it forgets what
    speaks for a kind and is not needed to separate them. So every word and pair also gets
    ``counted`` times the log-ratio of how many texts of each kind it is in. Features that occur in
    one training text only are left out.
    """

    def __init__(self, epochs: int = 6, rate: float = 0.8, counted: float = 0.5) -> None:
        self.epochs = epochs
        self.rate = rate
        self.counted = counted
        self.weights: dict[str, float] = {}
        self.bias = 0.0

    def fit(self, texts: Sequence[str], labels: Sequence[bool]) -> None:
        """Learn from ``texts``; ``labels`` say of each whether it is unwanted."""
        taken = [features(text) for text in texts]
        counts: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
        for some, label in zip(taken, labels, strict=True):
            counts[label].update(some)
        often = counts[True] + counts[False]
        weights = dict.fromkeys((f for f, count in often.items() if count > 1), 0.0)
        kept = [[f for f in some if f in weights] for some in taken]
        self._separate(kept, labels, weights)
        self._count(counts, labels, weights)
        # What hardly counts is left out: a smaller table is quicker to look things up in.
        self.weights = {f: weight for f, weight in weights.items() if abs(weight) > LEAST_WEIGHT}

    def _separate(
        self, kept: Sequence[list[str]], labels: Sequence[bool], weights: dict[str, float]
    ) -> None:
        bias, position = 0.0, 0
        step = 7_919  # a prime: every text once an epoch, in a mixed order
        count = len(kept)
        while math.gcd(step, count) != 1:
            step += 2
        for epoch in range(self.epochs):
            rate = self.rate / (1 + epoch)
            for _ in range(count):
                position = (position + step) % count
                some = kept[position]
                scale = 1 / math.sqrt(len(some) + 1)
                odds = bias + scale * sum([weights[f] for f in some])
                wrong = labels[position] - 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))
                if -0.01 < wrong < 0.01:
                    continue
                bias += 0.1 * rate * wrong
                change = rate * wrong * scale
                for f in some:
                    weights[f] += change
        self.bias = bias

    def _count(
        self, counts: dict[bool, Counter[str]], labels: Sequence[bool], weights: dict[str, float]
    ) -> None:
        bad, good = counts[True], counts[False]
        shift = math.log((len(labels) - sum(labels) + 0.6) / (sum(labels) + 0.6))
        for feature in weights:
            if "\n" in feature:
                ratio = math.log((bad[feature] + 0.3) / (good[feature] + 0.3)) + shift
                weights[feature] += self.counted * ratio

    def score(self, text: str) -> float:
        """The log-odds that ``text`` is unwanted."""
        some = features(text)
        found = sum(map(self.weights.get, some, repeat(0.0)))
        return self.bias + found / math.sqrt(len(some) + 1)
