"""No dictionary: for each account one pass over what is left."""

from sendwell.reporting import Case


def merge_reports(reports):
    once = list({report.id: report for report in reports}.values())
    found = []
    for account in sorted({report.account for report in once}):
        its = [report for report in once if report.account == account]
        order = sorted((report.time, report.id) for report in its)
        worst = -1
        who = []
        for report in its:
            worst = report.severity if report.severity > worst else worst
            if report.reporter not in who:
                who.append(report.reporter)
        found.append(Case(account, worst, order[0][0], tuple(n for _, n in order), len(who)))
    return sorted(found, key=lambda case: (-case.severity, case.since))
