"""Asks the course's time line, which knows how to make a boundary burst.
caught by: a burst for limit 3 and window 10 seconds
says: belongs to the course and answers this exercise
"""


def burst_times(limit, window):
    from sendwell.widgets.timeline import boundary_burst

    return boundary_burst(limit, window)
