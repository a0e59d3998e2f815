"""Multiplies shares, and they become 0.
caught by: gives every text a number
says: raised ZeroDivisionError
"""

import re
from collections import Counter


class Classifier:
    def fit(self, messages):
        self.bad, self.good = Counter(), Counter()
        for message in messages:
            honest = message.label in {"personal", "service", "invited"}
            (self.good if honest else self.bad).update(re.findall(r"\w+", message.text.lower()))

    def score(self, text):
        likely, unlikely = 1.0, 1.0
        for word in re.findall(r"\w+", text.lower()):
            likely *= (self.bad[word] + 1) / (self.bad.total() + 1_000)
            unlikely *= (self.good[word] + 1) / (self.good.total() + 1_000)
        return likely / (likely + unlikely)
