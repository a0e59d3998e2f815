"""
mechanism: a list nested 100,000 deep
verdict: wrong answer | runtime error | crashed
"""


def allowed(sent, now, limit, window):
    answer = True
    for _ in range(100_000):
        answer = [answer]
    return answer
