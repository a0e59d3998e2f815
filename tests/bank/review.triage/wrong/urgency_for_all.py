"""Gives an urgency to what the filter decides, too.
caught by: the filter decides what is clear, people the rest
says: Rule 4
"""

from sendwell.review import Route


def triage(report):
    if report.kind == "child safety":
        return Route("people", 0)
    if report.messages == 0:
        return Route("closed", None)
    if report.kind == "threats":
        return Route("people", 1)
    clear = report.messages >= 2 and report.measures <= 2
    if clear and report.sure >= 95:
        return Route("upheld", 3)
    if clear and report.sure <= 5:
        return Route("dismissed", 3)
    if report.kind == "fraud":
        return Route("people", 2)
    if report.kind == "spam":
        return Route("people", 3)
    return Route("people", 4)
