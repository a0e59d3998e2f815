"""Says that nothing can be done about a ban, before any review.
caught by: the right place to ask
says: in the app, once
"""

from sendwell.notices import Step


def next_step(case):
    platform = case.account == "business platform"
    if case.control in ("taken over", "unknown") or case.kind == "no notice":
        return Step("secure the account", 1)
    if not platform and case.app != "official":
        return Step("official app", 2)
    if case.kind == "unknown":
        return Step("business support", 3) if platform else Step("official app", 4)
    if case.kind in ("warning", "temporary ban"):
        return Step("wait and remove the cause", 5)
    if case.review == "unchanged":
        return Step("go on without it", 6)
    if case.review == "review requested":
        return Step("wait and remove the cause", 7)
    if not case.stopped:
        return Step("wait and remove the cause", 8)
    if platform:
        return Step("business support", 9)
    return Step("go on without it", 10)
