"""Two classifiers in plain Python, such as a learner could write."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from sendwell.looks import one_spelling

#: Which digits a number has says less than how many: all become 0.
_DIGITS = str.maketrans("123456789", "000000000")
_WORDS = re.compile(r"<\w+>|\w+|[£$€!?%]")


def words(text: str) -> list[str]:
    """The words of a text in lower case, as often as they occur."""
    return re.findall(r"\w+", text.lower())


def features(text: str) -> set[str]:
    """Words and stretches of four characters of the normalised text.

    A word ends in a line feed here, so that no stretch is taken for one.
    """
    text = " ".join(one_spelling(text).translate(_DIGITS).split())
    found = {word + "\n" for word in _WORDS.findall(text)}
    around = f" {text} "
    found.update([around[i : i + 4] for i in range(len(around) - 3)])
    return found


#: A weight nearer to 0 changes the log-odds of a text of 100 features by less than 0.01.
LEAST_WEIGHT = 0.1


class NaiveBayes:
    """Log-odds from counts, smoothed by ``alpha``; features never seen in training are ignored.

    ``prior`` False leaves out how common the kinds were; no ranking depends on it.
    """

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
    """Logistic regression over presence of features, by stochastic gradient steps.

    It starts from nothing, takes the texts in an order that is fixed by ``seed``, and divides by
    the root of the number of features, so that long texts do not count more than short ones.
    Features that occur in one training text only are left out.
    """

    def __init__(self, epochs: int = 6, rate: float = 0.8) -> None:
        self.epochs = epochs
        self.rate = rate
        self.weights: dict[str, float] = {}
        self.bias = 0.0

    def fit(self, texts: Sequence[str], labels: Sequence[bool]) -> None:
        """Learn from ``texts``; ``labels`` say of each whether it is unwanted."""
        taken = [features(text) for text in texts]
        often = Counter(feature for some in taken for feature in some)
        kept = [[f for f in some if often[f] > 1] for some in taken]
        weights = dict.fromkeys((f for f, count in often.items() if count > 1), 0.0)
        bias, position = 0.0, 0
        step = 7_919  # a prime: every text once an epoch, in a mixed order
        count = len(texts)
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
        # What hardly counts is left out: a smaller table is quicker to look things up in.
        self.weights = {f: weight for f, weight in weights.items() if abs(weight) > LEAST_WEIGHT}
        self.bias = bias

    def score(self, text: str) -> float:
        """The log-odds that ``text`` is unwanted."""
        get, none = self.weights.get, 0.0
        some = features(text)
        return self.bias + sum([get(f, none) for f in some]) / math.sqrt(len(some) + 1)
