"""Two opinions, added: words with their neighbours, and stretches of four characters."""

import math
import re
import unicodedata
from collections import Counter
from functools import cache

from sendwell.looks import LINK, LOOK_ALIKES, PHONE, WORD


@cache
def signs(text):
    text = "".join(c for c in text if unicodedata.category(c) != "Cf")
    text = unicodedata.normalize("NFKC", text).lower()
    text = re.sub(
        WORD,
        lambda m: "".join(LOOK_ALIKES.get(c, c) for c in m[0]) if re.search("[a-z]", m[0]) else m[0],
        text,
    )
    text = re.sub(PHONE, "<phone>", re.sub(LINK, "<link>", text))
    words = re.findall(r"<\w+>|\w+|[!?%£€]", re.sub(r"\d", "0", text))
    pairs = {f"{one} {other}" for one, other in zip(words, words[1:])}
    line = f" {' '.join(words)} "
    return ({*words} | pairs, {line[n : n + 4] for n in range(len(line) - 3)})


class Classifier:
    def fit(self, messages):
        counts = [[Counter(), Counter()] for _ in range(2)]
        for message in messages:
            unwanted = message.label not in {"personal", "service", "invited"}
            for part, found in zip(counts, signs(message.text)):
                part[unwanted].update(found)
        self.weights = []
        for good, bad in counts:
            shift = math.log((good.total() + 1) / (bad.total() + 1))
            self.weights.append(
                {s: math.log((bad[s] + 0.3) / (good[s] + 0.3)) + shift for s in good | bad}
            )

    def score(self, text):
        total = 0.0
        for weights, found in zip(self.weights, signs(text)):
            total += sum(weights.get(s, 0.0) for s in found) / math.sqrt(len(found) + 1)
        return total
