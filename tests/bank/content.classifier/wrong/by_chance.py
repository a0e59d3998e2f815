"""Tosses a coin.
caught by: fit starts anew
says: the same scores
"""

import random


class Classifier:
    def fit(self, messages):
        self.size = len(messages)

    def score(self, text):
        return random.random()
