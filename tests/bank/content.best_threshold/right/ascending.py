"""From the lowest up, with the tie written out."""

from math import inf


def best_threshold(labels, scores, share, miss, alarm):
    if all(labels) or not any(labels):
        return None
    best, least = inf, share * miss
    for t in sorted(scores):
        missed = [s for s, label in zip(scores, labels) if label and s < t]
        alarms = [s for s, label in zip(scores, labels) if not label and s >= t]
        part = share * miss * len(missed) / sum(labels)
        cost = part + (1 - share) * alarm * len(alarms) / labels.count(False)
        if cost < least or (cost == least and t > best):
            best, least = t, cost
    return best
