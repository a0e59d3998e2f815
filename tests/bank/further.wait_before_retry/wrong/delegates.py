"""Asks the course for the range.
caught by: stops for good where waiting cures nothing, and for codes that it does not know
says: belongs to the course and answers this exercise
"""


def wait_before_retry(code, attempt, roll):
    from sendwell.retry import shortest_and_longest

    scope, least, most = shortest_and_longest(code, attempt)
    return scope, least + roll * (most - least + 1) // 1_000_000
