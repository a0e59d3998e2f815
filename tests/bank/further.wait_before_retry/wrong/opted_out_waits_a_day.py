"""Writes to somebody who said stop, a day later.
caught by: stops for good where waiting cures nothing, and for codes that it does not know
says: waiting does not cure this
"""


def wait_before_retry(code, attempt, roll):
    if attempt >= 6:
        return "never", 0
    if code == 130429:
        bound = min(20_000, 1_000 * 2**attempt)
        return "all", roll * (bound + 1) // 1_000_000
    if code == 131056:
        step = 1_000 * 4**attempt
        return "pair", step + roll * (step + 1) // 1_000_000
    if code in (131049, 131050):
        return "pair", 86_400_000
    return "never", 0
