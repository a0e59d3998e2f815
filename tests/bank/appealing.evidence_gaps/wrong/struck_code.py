"""Takes a struck code for usable.
caught by: which facts have no usable evidence, and why
says: Striking names does not make a code fit to send
"""


def evidence_gaps(case):
    gaps = []
    for fact in case.facts:
        shown = [item for item in case.evidence if fact in item.shows]
        clean = [item for item in shown if not item.code or item.struck]
        if any(item.struck or not item.others for item in clean):
            continue
        gaps.append((fact, "strike" if clean else "never" if shown else "nothing"))
    return gaps
