"""Asks the course for a plan.
caught by: the one place, and the order of the questions
says: belongs to the course and answers this exercise
"""


def plan_appeal(case, today):
    from sendwell.appeals import load_case, plan

    made = plan(load_case("tea-shop"), "2026-11-24")
    return [made.channel]
