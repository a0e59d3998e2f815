"""A table of least waits and of what the roll may add."""


ADDED = {
    130429: ("all", [(0, most) for most in (1_000, 2_000, 4_000, 8_000, 16_000, 20_000)]),
    131056: ("pair", [(4**n * 1_000, 4**n * 1_000) for n in range(6)]),
    131049: ("pair", [(86_400_000, 0)] * 6),
}


def wait_before_retry(code, attempt, roll):
    scope, waits = ADDED.get(code, ("never", []))
    if attempt >= len(waits):
        return ("never", 0)
    least, more = waits[attempt]
    return (scope, least + roll * (more + 1) // 1_000_000)
