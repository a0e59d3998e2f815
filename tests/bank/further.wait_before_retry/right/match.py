"""A match statement; shifts in place of powers."""


def part(roll, bound):
    return (roll * bound + roll) // 10**6


def wait_before_retry(code, attempt, roll):
    match code:
        case 130429 if attempt < 6:
            return "all", part(roll, min(1_000 << attempt, 20_000))
        case 131056 if attempt < 6:
            step = 1_000 << 2 * attempt
            return "pair", step + part(roll, step)
        case 131049 if attempt < 6:
            return "pair", 24 * 60 * 60 * 1_000
        case _:
            return "never", 0
