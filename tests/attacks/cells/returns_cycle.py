"""
mechanism: a list that holds itself
verdict: wrong answer | runtime error
"""


def allowed(sent, now, limit, window):
    answer = []
    answer.append(answer)
    return answer
