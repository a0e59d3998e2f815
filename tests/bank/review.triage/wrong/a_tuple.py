"""Returns a tuple instead of a Route.
caught by: children first, whatever else
says: Rule 1
"""


def triage(report):
    if report.kind == "child safety":
        return ("people", 0)
    if report.messages == 0:
        return ("closed", None)
    if report.kind == "threats":
        return ("people", 1)
    clear = report.messages >= 2 and report.measures <= 2
    if clear and report.sure >= 95:
        return ("upheld", None)
    if clear and report.sure <= 5:
        return ("dismissed", None)
    if report.kind == "fraud":
        return ("people", 2)
    if report.kind == "spam":
        return ("people", 3)
    return ("people", 4)
