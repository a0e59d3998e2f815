"""The hyperbolic tangent never overflows."""

import math
import re
from collections import Counter


class NaiveBayes:
    def __init__(self, alpha=1.0):
        self.alpha = alpha

    def fit(self, texts, labels):
        self.unwanted = sum(labels)
        self.honest = len(labels) - self.unwanted
        self.counts = {True: Counter(), False: Counter()}
        for text, label in zip(texts, labels):
            self.counts[label].update(re.findall(r"\w+", text.lower()))
        self.totals = {kind: sum(c.values()) for kind, c in self.counts.items()}
        self.vocabulary = {*self.counts[True], *self.counts[False]}

    def predict_proba(self, texts):
        return [self.probability(text) for text in texts]

    def probability(self, text):
        if self.honest == 0:
            return 1.0
        if self.unwanted == 0:
            return 0.0
        odds = math.log(self.unwanted / self.honest)
        for word in re.findall(r"\w+", text.lower()):
            if word in self.vocabulary:
                odds += math.log(self.share(word, True)) - math.log(self.share(word, False))
        return (1 + math.tanh(odds / 2)) / 2

    def share(self, word, kind):
        below = self.totals[kind] + self.alpha * len(self.vocabulary)
        return (self.counts[kind][word] + self.alpha) / below
