"""Sums and differences."""


def metrics(labels, scores, threshold):
    flags = [score >= threshold for score in scores]
    found = sum(a and b for a, b in zip(labels, flags))
    missed = sum(labels) - found
    alarms = sum(flags) - found
    passed = len(labels) - found - missed - alarms
    result = dict(found=found, missed=missed, alarms=alarms, passed=passed)
    for name, part, rest in (
        ("precision", found, alarms),
        ("recall", found, missed),
        ("false_alarm_rate", alarms, passed),
    ):
        result[name] = None if part + rest == 0 else part / (part + rest)
    return result
