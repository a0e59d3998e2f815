"""Naive Bayes over words and pairs of neighbours of the normalised text."""

import math
import re
from collections import Counter

from sendwell.looks import LINK, LOOK_ALIKES, PHONE, WORD


def normalise(text):
    import unicodedata

    text = "".join(c for c in text if unicodedata.category(c) != "Cf")
    text = unicodedata.normalize("NFKC", text).lower()
    text = re.sub(WORD, one_script, text)
    return re.sub(PHONE, "<phone>", re.sub(LINK, "<link>", text))


def one_script(found):
    if re.search("[a-z]", found[0]):
        return "".join(LOOK_ALIKES.get(c, c) for c in found[0])
    return found[0]


class Classifier:
    def fit(self, messages):
        counts = {True: Counter(), False: Counter()}
        for message in messages:
            unwanted = message.label not in {"personal", "service", "invited"}
            counts[unwanted].update(self.features(message.text))
        known = {*counts[True], *counts[False]}
        below = {kind: counts[kind].total() + 0.3 * len(known) for kind in counts}
        self.weights = {
            feature: math.log((counts[True][feature] + 0.3) / below[True])
            - math.log((counts[False][feature] + 0.3) / below[False])
            for feature in known
        }

    def score(self, text):
        return sum(self.weights.get(feature, 0.0) for feature in self.features(text))

    def features(self, text):
        words = re.findall(r"<\w+>|\w+|[!?%£€]", normalise(text))
        return {*words, *zip(words, words[1:])}
