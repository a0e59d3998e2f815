"""From the last row to the first: an earlier one overwrites."""

from sendwell.notices import Step


def next_step(case):
    platform = case.account == "business platform"
    found = [("request the review", 10)]
    if platform:
        found.append(("business support", 9))
    if not case.stopped:
        found.append(("wait and remove the cause", 8))
    if case.review:
        waiting = case.review == "review requested"
        found.append(("wait and remove the cause", 7) if waiting else ("go on without it", 6))
    if case.kind in {"warning", "temporary ban"}:
        found.append(("wait and remove the cause", 5))
    if case.kind == "unknown":
        found.append(("business support", 3) if platform else ("official app", 4))
    if case.app != "official" and not platform:
        found.append(("official app", 2))
    if case.kind == "no notice" or case.control in {"unknown", "taken over"}:
        found.append(("secure the account", 1))
    do, row = found[-1]
    return Step(do, row)
