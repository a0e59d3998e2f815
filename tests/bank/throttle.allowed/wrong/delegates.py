"""Asks the course's time line for the answer.
caught by: counts the sends in the window and compares with the limit
says: belongs to the course and answers this exercise
"""


def allowed(sent, now, limit, window):
    from sendwell.widgets.timeline import admitted

    past = sorted(t for t in sent if t <= now)
    return admitted([*past, now], limit, window, "sliding")[-1]
