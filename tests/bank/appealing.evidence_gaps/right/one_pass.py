def evidence_gaps(case):
    """The facts without usable evidence, each with what is the matter."""
    gaps = []
    for fact in case.facts:
        reason = "nothing"
        for item in case.evidence:
            if fact not in item.shows:
                continue
            if item.code:
                if reason == "nothing":
                    reason = "never"
            elif item.others and not item.struck:
                if reason != "":
                    reason = "strike"
            else:
                reason = ""
        if reason:
            gaps.append((fact, reason))
    return gaps
