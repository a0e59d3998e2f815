"""Wants every item to be usable.
caught by: which facts have no usable evidence, and why
says: One usable item is enough
"""


def evidence_gaps(case):
    gaps = []
    for fact in case.facts:
        shown = [item for item in case.evidence if fact in item.shows]
        clean = [item for item in shown if not item.code]
        if (
            shown
            and all(item.struck or not item.others for item in clean)
            and len(clean) == len(shown)
        ):
            continue
        gaps.append((fact, "strike" if clean else "never" if shown else "nothing"))
    return gaps
