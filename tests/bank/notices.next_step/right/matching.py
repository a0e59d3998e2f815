"""match on the fields, in the order of the table."""

from sendwell.notices import Case, Step


def next_step(case):
    match case:
        case Case(control="taken over" | "unknown") | Case(kind="no notice"):
            row = 1
        case Case(account="personal" | "business app", app="unofficial" | "unknown"):
            row = 2
        case Case(kind="unknown", account="business platform"):
            row = 3
        case Case(kind="unknown"):
            row = 4
        case Case(kind="warning" | "temporary ban"):
            row = 5
        case Case(review="unchanged"):
            row = 6
        case Case(review="review requested"):
            row = 7
        case Case(stopped=False):
            row = 8
        case Case(account="business platform"):
            row = 9
        case _:
            row = 10
    steps = {1: "secure the account", 2: "official app", 3: "business support", 4: "official app"}
    steps |= {6: "go on without it", 9: "business support", 10: "request the review"}
    return Step(steps.get(row, "wait and remove the cause"), row)
