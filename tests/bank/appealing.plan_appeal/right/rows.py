def plan_appeal(case, today):
    platform = case.kind == "platform"
    rows = [
        (case.answer in ("reversed", "unchanged") or case.measure == "warning", "nothing"),
        (case.answer == "requested", "wait"),
        (case.measure == "unknown", "read"),
        (platform and today - case.noticed >= 91, "too late"),
        (platform and case.admin, "support home"),
        (platform, "administrator"),
        (case.measure == "temporary", "wait"),
        (True, "app"),
    ]
    place = next(name for fits, name in rows if fits)
    before = {"stop": case.stopped is None, "strike": bool(case.others)}
    if place not in ("support home", "administrator", "app"):
        before["strike"] = False
    return [step for step in before if before[step]] + [place]
