"""Tries for ever.
caught by: from attempt 6 on it stops
says: are enough
"""


def wait_before_retry(code, attempt, roll):
    if code == 130429:
        bound = min(20_000, 1_000 * 2**attempt)
        return "all", roll * (bound + 1) // 1_000_000
    if code == 131056:
        step = 1_000 * 4**attempt
        return "pair", step + roll * (step + 1) // 1_000_000
    if code == 131049:
        return "pair", 86_400_000
    return "never", 0
