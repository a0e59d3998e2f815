"""Calls an undefined rate 0.
caught by: a rate of nothing is None
says: undefined (None)
"""


def metrics(labels, scores, threshold):
    found = missed = alarms = passed = 0
    for label, score in zip(labels, scores):
        flagged = score >= threshold
        if label and flagged:
            found += 1
        elif label:
            missed += 1
        elif flagged:
            alarms += 1
        else:
            passed += 1
    return {
        "found": found,
        "missed": missed,
        "alarms": alarms,
        "passed": passed,
        "precision": found / (found + alarms) if found + alarms else 0.0,
        "recall": found / (found + missed) if found + missed else 0.0,
        "false_alarm_rate": alarms / (alarms + passed) if alarms + passed else 0.0,
    }
