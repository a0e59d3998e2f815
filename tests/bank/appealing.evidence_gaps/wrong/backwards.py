"""Lists the facts backwards.
caught by: which facts have no usable evidence, and why
says: In the order of the facts
"""


def evidence_gaps(case):
    gaps = []
    for fact in case.facts[::-1]:
        shown = [item for item in case.evidence if fact in item.shows]
        clean = [item for item in shown if not item.code]
        if any(item.struck or not item.others for item in clean):
            continue
        gaps.append((fact, "strike" if clean else "never" if shown else "nothing"))
    return gaps
