"""A default argument that is a list collects the sends of all calls.
caught by: counts the sends in the window and compares with the limit
says: Both places are taken.
"""


def allowed(sent, now, limit, window, inside=[]):
    inside.append(sum(now - window < t <= now for t in sent))
    return max(inside[:-1], default=0) < limit
