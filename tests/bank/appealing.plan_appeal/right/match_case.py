def plan_appeal(given, now):
    match given.measure, given.answer, given.kind:
        case ("warning", _, _) | (_, "reversed" | "unchanged", _):
            place = "nothing"
        case _, "requested", _:
            place = "wait"
        case "unknown", _, _:
            place = "read"
        case _, _, "platform" if now - given.noticed > 90:
            place = "too late"
        case _, _, "platform":
            place = "support home" if given.admin else "administrator"
        case "temporary", _, _:
            place = "wait"
        case _:
            place = "app"
    result = [place]
    if given.others and place in {"app", "support home", "administrator"}:
        result.insert(0, "strike")
    if given.stopped is None:
        result.insert(0, "stop")
    return result
