def place_of(case, today):
    if case.measure == "warning":
        return "nothing"
    if case.answer:
        return "wait" if case.answer == "requested" else "nothing"
    if case.measure == "unknown":
        return "read"
    if case.kind != "platform":
        return "wait" if case.measure == "temporary" else "app"
    if today > case.noticed + 90:
        return "too late"
    return "support home" if case.admin else "administrator"


def plan_appeal(case, today):
    place = place_of(case, today)
    stop = ["stop"] if case.stopped is None else []
    sent = place not in {"nothing", "wait", "read", "too late"}
    return stop + (["strike"] if sent and len(case.others) > 0 else []) + [place]
