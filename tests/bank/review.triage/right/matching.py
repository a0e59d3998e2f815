"""Structural patterns with guards."""

from sendwell.review import Report, Route


def triage(report):
    match report:
        case Report(kind="child safety"):
            return Route("people", 0)
        case Report(messages=0):
            return Route("closed", None)
        case Report(kind="threats"):
            return Route("people", 1)
        case Report(messages=1) | Report(measures=3 | 4 | 5 | 6 | 7 | 8 | 9):
            pass
        case Report(sure=sure) if not 5 < sure < 95 and report.measures < 10:
            return Route("upheld" if sure >= 95 else "dismissed", None)
    return Route("people", {"fraud": 2, "spam": 3}.get(report.kind, 4))
