"""Sends other people's data.
caught by: which facts have no usable evidence, and why
says: Other people's data have to be struck out
"""


def evidence_gaps(case):
    gaps = []
    for fact in case.facts:
        shown = [item for item in case.evidence if fact in item.shows]
        clean = [item for item in shown if not item.code]
        if clean:
            continue
        gaps.append((fact, "strike" if clean else "never" if shown else "nothing"))
    return gaps
