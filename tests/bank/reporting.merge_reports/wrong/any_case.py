"""Takes accounts that differ in capitals for one.
caught by: one case an account, with all of its reports
says: Rui and rui are two accounts
"""

from sendwell.reporting import Case


def merge_reports(reports):
    gathered = {}
    seen = set()
    for report in sorted(reports, key=lambda report: (report.time, report.id)):
        if report.id not in seen:
            seen.add(report.id)
            gathered.setdefault(report.account.casefold(), []).append(report)
    cases = []
    for account, several in gathered.items():
        severity = max(report.severity for report in several)
        ids = tuple(report.id for report in several)
        reporters = len({report.reporter for report in several})
        cases.append(Case(account, severity, several[0].time, ids, reporters))
    return sorted(cases, key=lambda case: (-case.severity, case.since, case.account))
