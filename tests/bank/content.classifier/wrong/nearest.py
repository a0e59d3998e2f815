"""Gives the label of the message that shares most words: few steps, no shades.
caught by: English: finds unwanted messages of families it has not seen
says: of the unwanted messages
"""

import re


class Classifier:
    def fit(self, messages):
        self.known = [
            ({*re.findall(r"\w+", m.text.lower())}, m.label not in ("personal", "service", "invited"))
            for m in messages
        ]

    def score(self, text):
        words = {*re.findall(r"\w+", text.lower())}
        return float(max(self.known, key=lambda one: len(one[0] & words))[1])
