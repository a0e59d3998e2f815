"""Has a list of words and learns nothing.
caught by: unwanted texts get the higher score
says: the first to be higher
"""

class Classifier:
    def fit(self, messages):
        pass

    def score(self, text):
        return sum(word in text.lower() for word in ("free", "limited", "win", "gratis"))
