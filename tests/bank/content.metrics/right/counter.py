"""A Counter of pairs, and errors caught."""

from collections import Counter


def metrics(labels, scores, threshold):
    c = Counter((label, score >= threshold) for label, score in zip(labels, scores))
    result = {
        "found": c[True, True],
        "missed": c[True, False],
        "alarms": c[False, True],
        "passed": c[False, False],
    }
    result["precision"] = ratio(c[True, True], c[False, True])
    result["recall"] = ratio(c[True, True], c[True, False])
    result["false_alarm_rate"] = ratio(c[False, True], c[False, False])
    return result


def ratio(part, rest):
    try:
        return part / (part + rest)
    except ZeroDivisionError:
        return None
