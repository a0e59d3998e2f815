"""The exercises before it, put together: Naive Bayes over normalised words."""

import math
import re
import unicodedata
from collections import defaultdict

from sendwell.looks import LINK, LOOK_ALIKES, PHONE, WORD

WANTED = ("personal", "service", "invited")


def words_of(text):
    text = "".join(c for c in text if unicodedata.category(c) != "Cf")
    text = unicodedata.normalize("NFKC", text).lower()
    mixed = [w for w in re.findall(WORD, text) if re.search("[a-z]", w)]
    for word in mixed:
        plain = "".join(LOOK_ALIKES.get(c, c) for c in word)
        text = text.replace(word, plain) if plain != word else text
    text = re.sub(LINK, " linktoken ", text)
    return re.findall(r"\w+", re.sub(PHONE, " phonetoken ", text))


class Classifier:
    def fit(self, messages):
        self.good, self.bad = defaultdict(int), defaultdict(int)
        for message in messages:
            table = self.good if message.label in WANTED else self.bad
            for word in words_of(message.text):
                table[word] += 1

    def score(self, text):
        goods, bads = sum(self.good.values()), sum(self.bad.values())
        size = len({*self.good, *self.bad})
        total = 0
        for word in words_of(text):
            if word in self.good or word in self.bad:
                total += math.log(self.bad.get(word, 0) + 1) - math.log(bads + size)
                total -= math.log(self.good.get(word, 0) + 1) - math.log(goods + size)
        return total
