"""itertools.groupby over a set of reports."""

from itertools import groupby
from operator import attrgetter

from sendwell.reporting import Case


def merge_reports(reports):
    once = sorted(set(reports), key=attrgetter("account", "time", "id"))
    cases = []
    for account, group in groupby(once, key=attrgetter("account")):
        its = list(group)
        cases.append(
            Case(
                account=account,
                severity=max(map(attrgetter("severity"), its)),
                since=its[0].time,
                reports=tuple(map(attrgetter("id"), its)),
                reporters=len(set(map(attrgetter("reporter"), its))),
            )
        )
    cases.sort(key=attrgetter("account"))
    cases.sort(key=attrgetter("since"))
    cases.sort(key=attrgetter("severity"), reverse=True)
    return cases
