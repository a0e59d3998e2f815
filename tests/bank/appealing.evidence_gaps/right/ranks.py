REASONS = ["nothing", "never", "strike"]


def rank(item):
    if item.code:
        return 1
    return 2 if item.others and not item.struck else 3


def evidence_gaps(case):
    best = {
        fact: max([0, *(rank(item) for item in case.evidence if fact in item.shows)])
        for fact in case.facts
    }
    return [(fact, REASONS[number]) for fact, number in best.items() if number < 3]
