"""Gives every text the same score, and so finds nothing.
caught by: unwanted texts get the higher score
says: the first to be higher
"""

class Classifier:
    def fit(self, messages):
        unwanted = [m.label not in ("personal", "service", "invited") for m in messages]
        self.share = sum(unwanted) / len(unwanted)

    def score(self, text):
        return self.share
