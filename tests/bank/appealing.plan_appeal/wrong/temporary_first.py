"""Waits for a timer on the platform.
caught by: the one place, and the order of the questions
says: On the platform one asks
"""


def plan_appeal(case, today):
    """The steps for a case, in order."""
    if case.answer == "reversed" or case.measure == "warning" or case.answer == "unchanged":
        place = "nothing"
    elif case.answer == "requested":
        place = "wait"
    elif case.measure == "unknown":
        place = "read"
    elif case.measure == "temporary":
        place = "wait"
    elif case.kind == "platform":
        if today - case.noticed > 90:
            place = "too late"
        elif case.admin:
            place = "support home"
        else:
            place = "administrator"
    elif case.measure == "temporary":
        place = "wait"
    else:
        place = "app"
    steps = []
    if case.stopped is None:
        steps.append("stop")
    if case.others and place in ("app", "support home", "administrator"):
        steps.append("strike")
    steps.append(place)
    return steps
