"""Divides by the number of words, which may be 0.
caught by: gives every text a number
says: raised ZeroDivisionError
"""

import math
import re
from collections import Counter


class Classifier:
    def fit(self, messages):
        self.counts = {True: Counter(), False: Counter()}
        for message in messages:
            unwanted = message.label not in {"personal", "service", "invited"}
            self.counts[unwanted].update(re.findall(r"\w+", message.text.lower()))

    def score(self, text):
        bad, good = self.counts[True], self.counts[False]
        below = len({*bad, *good})
        total = 0.0
        for word in re.findall(r"\w+", text.lower()):
            if word in bad or word in good:
                total += math.log((bad[word] + 1) / (bad.total() + below))
                total -= math.log((good[word] + 1) / (good.total() + below))
        return total / len(re.findall(r"\w+", text.lower()))
