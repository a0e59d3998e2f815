"""What is compared: each model is trained on texts and gives every text a score."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

from tools.evaluate.reference import Linear, NaiveBayes

_THREE = {"en": "free|limited|win", "it": "gratis|limitato|vinci"}
_TEN = {
    "en": "free|win|won|winner|prize|limited|urgent|claim|cash|offer",
    "it": "gratis|vinci|vinto|vincitore|premio|limitato|urgente|ritira|soldi|offerta",
}


class Model(Protocol):
    """What can be compared."""

    def fit(self, texts: Sequence[str], labels: Sequence[bool]) -> None:
        """Learn from texts; the labels say of each whether it is unwanted."""

    def scores(self, texts: Sequence[str]) -> list[float]:
        """For each text a number that is larger the more it looks unwanted."""


class _OneByOne:
    """A model from a function for one text."""

    def __init__(self, score: Callable[[str], float], fit: Callable[..., None]) -> None:
        self._score = score
        self.fit = fit

    def scores(self, texts: Sequence[str]) -> list[float]:
        return [self._score(text) for text in texts]


class _Pipeline:
    """scikit-learn's TF-IDF and linear support vector machine."""

    def __init__(self, **options: Any) -> None:
        from sklearn.feature_extraction.text import TfidfVectorizer  # type: ignore[import-untyped]  # noqa: PLC0415
        from sklearn.pipeline import make_pipeline  # type: ignore[import-untyped]  # noqa: PLC0415
        from sklearn.svm import LinearSVC  # type: ignore[import-untyped]  # noqa: PLC0415

        self._pipeline = make_pipeline(
            TfidfVectorizer(sublinear_tf=True, **options), LinearSVC(random_state=0)
        )

    def fit(self, texts: Sequence[str], labels: Sequence[bool]) -> None:
        self._pipeline.fit(texts, labels)

    def scores(self, texts: Sequence[str]) -> list[float]:
        return [float(score) for score in self._pipeline.decision_function(texts)]


def _words(pattern: str) -> Model:
    found = re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)
    return _OneByOne(lambda text: float(bool(found.search(text))), lambda *_: None)


def _own(model: NaiveBayes | Linear) -> Model:
    return _OneByOne(model.score, model.fit)


def models(language: str) -> Mapping[str, Callable[[], Model]]:
    """A maker of a fresh model for each name, in the order of the table."""
    return {
        "majority": lambda: _OneByOne(lambda _: 0.0, lambda *_: None),
        "three words": lambda: _words(_THREE[language]),
        "ten words": lambda: _words(_TEN[language]),
        "Naive Bayes reference": lambda: _own(NaiveBayes()),
        "best reference": lambda: _own(Linear()),
        "linear SVM, words": _Pipeline,
        "linear SVM, characters": lambda: _Pipeline(analyzer="char_wb", ngram_range=(2, 5)),
    }
