"""The urgency of the kind first, then who decides."""

from sendwell import review

URGENCY = {"child safety": 0, "threats": 1, "fraud": 2, "spam": 3}


def triage(report):
    urgency = URGENCY.get(report.kind, 4)
    if urgency > 0 and report.messages == 0:
        return review.Route(to="closed", urgency=None)
    thin = report.messages == 1
    known = report.measures >= 3
    if urgency >= 2 and not thin and not known:
        if report.sure in range(95, 101):
            return review.Route(to="upheld", urgency=None)
        if report.sure in range(0, 6):
            return review.Route(to="dismissed", urgency=None)
    return review.Route(to="people", urgency=urgency)
