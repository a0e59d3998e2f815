"""One pass over the sorted scores."""

import math


def best_threshold(labels, scores, share, miss, alarm):
    if len(set(labels)) < 2:
        return None
    unwanted, honest = labels.count(True), labels.count(False)
    missed, alarms = unwanted, 0
    answers = [(share * miss, -math.inf)]
    ranked = sorted(zip(scores, labels), reverse=True)
    for i, (score, label) in enumerate(ranked):
        missed -= label
        alarms += not label
        if i + 1 == len(ranked) or ranked[i + 1][0] != score:
            cost = share * (missed / unwanted) * miss + (1 - share) * (alarms / honest) * alarm
            answers.append((cost, -score))
    return -min(answers)[1]
