"""A second more each time, not twice as long.
caught by: too fast for the number: everybody waits, up to twice as long each time
says: 1_000 doubled twice
"""


def wait_before_retry(code, attempt, roll):
    if attempt >= 6:
        return "never", 0
    if code == 130429:
        bound = min(20_000, 1_000 * (attempt + 1))
        return "all", roll * (bound + 1) // 1_000_000
    if code == 131056:
        step = 1_000 * 4**attempt
        return "pair", step + roll * (step + 1) // 1_000_000
    if code == 131049:
        return "pair", 86_400_000
    return "never", 0
