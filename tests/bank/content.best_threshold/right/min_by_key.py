"""min with the cost and the negated threshold."""


def best_threshold(labels, scores, share, miss, alarm):
    bad = [s for label, s in zip(labels, scores) if label]
    good = [s for label, s in zip(labels, scores) if not label]
    if not bad or not good:
        return None

    def cost(t):
        missed = sum(s < t for s in bad) / len(bad)
        false_alarms = sum(s >= t for s in good) / len(good)
        return share * missed * miss + (1 - share) * false_alarms * alarm

    return min([*scores, float("inf")], key=lambda t: (cost(t), -t))
