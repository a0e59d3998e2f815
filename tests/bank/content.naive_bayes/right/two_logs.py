"""Two logarithms, the larger taken off."""

import re
from math import exp, log


class NaiveBayes:
    def __init__(self, alpha=1.0):
        self.alpha = alpha

    def fit(self, texts, labels):
        self.model = {}
        words = {k: [] for k in (True, False)}
        for text, label in zip(texts, labels):
            words[label] += re.findall(r"\w+", text.lower())
        self.priors = {k: labels.count(k) / len(labels) for k in words}
        known = set(words[True]) | set(words[False])
        for k, some in words.items():
            tally = dict.fromkeys(known, self.alpha)
            for word in some:
                tally[word] += 1
            below = len(some) + self.alpha * len(known)
            self.model[k] = {word: log(n / below) for word, n in tally.items()}

    def predict_proba(self, texts):
        result = []
        for text in texts:
            if 0 in self.priors.values():
                result.append(float(self.priors[True]))
                continue
            logs = {}
            for k in (True, False):
                known = self.model[k]
                words = re.findall(r"\w+", text.lower())
                logs[k] = log(self.priors[k]) + sum(known.get(w, 0) for w in words)
            most = max(logs.values())
            parts = {k: exp(v - most) for k, v in logs.items()}
            result.append(parts[True] / sum(parts.values()))
        return result
