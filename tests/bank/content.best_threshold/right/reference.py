"""Every candidate, from the highest down."""

import math


def best_threshold(labels, scores, share, miss, alarm):
    unwanted = sum(labels)
    honest = len(labels) - unwanted
    if unwanted == 0 or honest == 0:
        return None
    best = least = None
    for threshold in sorted({*scores, math.inf}, reverse=True):
        missed = alarms = 0
        for label, score in zip(labels, scores):
            if label and score < threshold:
                missed += 1
            if not label and score >= threshold:
                alarms += 1
        cost = share * missed / unwanted * miss + (1 - share) * alarms / honest * alarm
        if least is None or cost < least:
            best, least = threshold, cost
    return best
