"""Looks for a fact as part of another.
caught by: which facts have no usable evidence, and why
says: Facts are compared as a whole
"""


def evidence_gaps(case):
    gaps = []
    for fact in case.facts:
        shown = [item for item in case.evidence if any(fact in one for one in item.shows)]
        clean = [item for item in shown if not item.code]
        if any(item.struck or not item.others for item in clean):
            continue
        gaps.append((fact, "strike" if clean else "never" if shown else "nothing"))
    return gaps
