"""Lets the filter decide about clear threats.
caught by: nothing to look at is closed, and threats go to people
says: people look at it
"""

from sendwell.review import Route


def triage(report):
    if report.kind == "child safety":
        return Route("people", 0)
    if report.messages == 0:
        return Route("closed", None)
    clear = report.messages >= 2 and report.measures <= 2
    if clear and report.sure >= 95:
        return Route("upheld", None)
    if clear and report.sure <= 5:
        return Route("dismissed", None)
    if report.kind == "threats":
        return Route("people", 1)
    if report.kind == "fraud":
        return Route("people", 2)
    if report.kind == "spam":
        return Route("people", 3)
    return Route("people", 4)
