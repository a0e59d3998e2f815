"""A list of rows, each a test and a step; next() takes the first."""

from sendwell.notices import Step

ROWS = [
    (lambda c: c.kind == "no notice", "secure the account", 1),
    (lambda c: c.control not in {"owner alone", "shared"}, "secure the account", 1),
    (lambda c: "platform" not in c.account and c.app != "official", "official app", 2),
    (lambda c: "platform" in c.account and c.kind == "unknown", "business support", 3),
    (lambda c: c.kind == "unknown", "official app", 4),
    (lambda c: c.kind != "ban", "wait and remove the cause", 5),
    (lambda c: c.review == "unchanged", "go on without it", 6),
    (lambda c: c.review, "wait and remove the cause", 7),
    (lambda c: not c.stopped, "wait and remove the cause", 8),
    (lambda c: "platform" in c.account, "business support", 9),
    (lambda c: True, "request the review", 10),
]


def next_step(case):
    return next(Step(do, row) for fits, do, row in ROWS if fits(case))
