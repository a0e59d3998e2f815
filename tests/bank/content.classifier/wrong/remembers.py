"""Knows the messages that it has learnt, and no others.
caught by: unwanted texts get the higher score
says: the first to be higher
"""

class Classifier:
    def fit(self, messages):
        self.bad = {m.text for m in messages if m.label not in ("personal", "service", "invited")}

    def score(self, text):
        return 1.0 if text in self.bad else 0.0
