"""
mechanism: a cell that ends with an error after everything is defined
"""


def allowed(sent, now, limit, window):
    return sum(now - window < t <= now for t in sent) < limit


print(undefined_name)
