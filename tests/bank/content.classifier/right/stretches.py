"""Stretches of three to five characters, as often in how many messages of each kind."""

import math
import re
import unicodedata
from collections import Counter

from sendwell.looks import LOOK_ALIKES


def plain(text):
    text = unicodedata.normalize("NFKC", text).lower()
    text = "".join(c for c in text if unicodedata.category(c) != "Cf")
    words = text.split()
    for n, word in enumerate(words):
        if any("a" <= c <= "z" for c in word):
            words[n] = "".join(LOOK_ALIKES.get(c, c) for c in word)
    return re.sub(r"\d", "0", f" {' '.join(words)} ")


def stretches(text):
    text = plain(text)
    return {text[n : n + size] for size in (3, 4, 5) for n in range(len(text) - size + 1)}


class Classifier:
    def __init__(self):
        self.weights = {}

    def fit(self, messages):
        bad, good, bads = Counter(), Counter(), 0
        for m in messages:
            if m.label in ("personal", "service", "invited"):
                good.update(stretches(m.text))
            else:
                bads += 1
                bad.update(stretches(m.text))
        goods = len(messages) - bads
        self.weights = {
            s: math.log((bad[s] + 0.3) / (bads + 0.6)) - math.log((good[s] + 0.3) / (goods + 0.6))
            for s in {*bad, *good}
        }

    def score(self, text):
        found = stretches(text)
        return sum(self.weights.get(s, 0.0) for s in found) / math.sqrt(len(found) + 1)
