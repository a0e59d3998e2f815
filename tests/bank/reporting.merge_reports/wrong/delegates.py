"""Asks the course, which merges the reports of one account.
caught by: one case an account, with all of its reports
says: belongs to the course and answers this exercise
"""


def merge_reports(reports):
    from sendwell.reporting import one_case

    accounts = {report.account for report in reports}
    cases = [one_case(r for r in reports if r.account == account) for account in accounts]
    return sorted(cases, key=lambda case: (-case.severity, case.since, case.account))
