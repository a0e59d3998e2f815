"""numpy, and one minus the other share."""

import numpy as np


def metrics(labels, scores, threshold):
    labels = np.array(labels, dtype=bool)
    flags = np.array(scores, dtype=float) >= threshold
    n = [int(np.sum(a & b)) for a in (labels, ~labels) for b in (flags, ~flags)]
    found, missed, alarms, passed = n
    return {
        "found": found,
        "missed": missed,
        "alarms": alarms,
        "passed": passed,
        "precision": 1 - alarms / (found + alarms) if found + alarms else None,
        "recall": 1 - missed / (found + missed) if found + missed else None,
        "false_alarm_rate": 1 - passed / (alarms + passed) if alarms + passed else None,
    }
