def evidence_gaps(case):
    shown, clean, usable = set(), set(), set()
    for item in case.evidence:
        shown |= set(item.shows)
        if not item.code:
            clean |= set(item.shows)
            if not item.others or item.struck:
                usable |= set(item.shows)
    result = []
    for fact in case.facts:
        if fact in usable:
            continue
        if fact in clean:
            result.append((fact, "strike"))
        elif fact in shown:
            result.append((fact, "never"))
        else:
            result.append((fact, "nothing"))
    return result
