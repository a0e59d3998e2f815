"""Asks the course's time line how many sends lie in the window.
caught by: counts the sends in the window and compares with the limit
says: belongs to the course and answers this exercise
"""


def allowed(sent, now, limit, window):
    from sendwell.widgets.timeline import in_window

    return in_window(sent, now, window) < limit
