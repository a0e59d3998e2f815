"""A fixed window sold as a moving one: counts anew at every multiple of window.
caught by: counts the sends in the window and compares with the limit
says: The window moves with now
"""


def allowed(sent, now, limit, window):
    return sum(t // window == now // window and t <= now for t in sent) < limit
