"""The false alarm rate out of all messages.
caught by: counts what was found, missed, flagged by mistake and passed
says: at the honest ones
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
        "precision": found / (found + alarms) if found + alarms else None,
        "recall": found / (found + missed) if found + missed else None,
        "false_alarm_rate": alarms / len(labels) if labels else None,
    }
