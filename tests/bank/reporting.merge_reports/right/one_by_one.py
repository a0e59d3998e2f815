"""Each report joins its case as it comes; a case is replaced by a larger one."""

from dataclasses import replace

from sendwell.reporting import Case


def merge_reports(reports):
    cases, known, people = {}, {}, {}
    for report in reports:
        if report.id in known:
            continue
        known[report.id] = report
        account = report.account
        people.setdefault(account, set()).add(report.reporter)
        if account not in cases:
            cases[account] = Case(account, report.severity, report.time, (report.id,), 1)
            continue
        case = cases[account]
        ids = sorted([*case.reports, report.id], key=lambda n: (known[n].time, n))
        cases[account] = replace(
            case,
            severity=max(case.severity, report.severity),
            since=min(case.since, report.time),
            reports=tuple(ids),
            reporters=len(people[account]),
        )
    return sorted(cases.values(), key=lambda case: (-case.severity, case.since, case.account))
