"""
mechanism: returns and empties the judge's own list, and changes it while it is compared
verdict: wrong answer
"""


def allowed(sent, now, limit, window):
    sent.clear()
    sent.append(True)
    return sent
