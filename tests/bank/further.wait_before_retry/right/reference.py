"""Too many attempts first, then code by code; the bounds for all are written out."""

BOUNDS = (1_000, 2_000, 4_000, 8_000, 16_000, 20_000)


def wait_before_retry(code, attempt, roll):
    if attempt >= 6:
        return "never", 0
    if code == 130429:
        return "all", share_of(BOUNDS[attempt], roll)
    if code == 131056:
        step = 1_000 * 4**attempt
        return "pair", step + share_of(step, roll)
    return ("pair", 86_400_000) if code == 131049 else ("never", 0)


def share_of(most, roll):
    return roll * (most + 1) // 1_000_000
