"""
mechanism: the shell's execution count gets 5,001 digits, which JSON cannot hold
verdict: wrong answer
rest: any
must not: stop the run when the notebook is written
"""

get_ipython().execution_count = 10**5_000


def allowed(sent, now, limit, window):
    return True


6
