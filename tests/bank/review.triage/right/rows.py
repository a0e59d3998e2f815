"""The table as rows: a question, and where it leads."""

from sendwell.review import Route

ROWS = [
    (lambda r, clear: r.kind == "child safety", Route("people", 0)),
    (lambda r, clear: not r.messages, Route("closed")),
    (lambda r, clear: r.kind == "threats", Route("people", 1)),
    (lambda r, clear: clear and r.sure > 94, Route("upheld")),
    (lambda r, clear: clear and r.sure < 6, Route("dismissed")),
    (lambda r, clear: r.kind == "fraud", Route("people", 2)),
    (lambda r, clear: r.kind == "spam", Route("people", 3)),
]


def triage(report):
    clear = report.messages > 1 and report.measures < 3
    for fits, route in ROWS:
        if fits(report, clear):
            return route
    return Route("people", 4)
