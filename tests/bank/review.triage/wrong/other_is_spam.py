"""Gives any other kind the urgency of spam.
caught by: the filter decides what is clear, people the rest
says: any other kind
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
        return Route("upheld", None)
    if clear and report.sure <= 5:
        return Route("dismissed", None)
    if report.kind == "fraud":
        return Route("people", 2)
    return Route("people", 3)
