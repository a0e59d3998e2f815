"""Asks the course.
caught by: gives every text a number
says: belongs to the course and answers this exercise
"""

class Classifier:
    def fit(self, messages):
        self.texts = [m.text for m in messages]
        self.labels = [m.label not in ("personal", "service", "invited") for m in messages]

    def score(self, text):
        from sendwell.filters import bayes

        return bayes(self.texts, self.labels, 1.0, [text])[0]
