"""Doubles in a loop, and builds the answer at the end; prints it."""


def wait_before_retry(code: int, attempt: int, roll: int) -> tuple[str, int]:
    scope, least, bound = "never", 0, 0
    if attempt in range(6):
        if code == 130429:
            scope, bound = "all", 1_000
            for _ in range(attempt):
                bound = bound * 2 if bound < 10_001 else 20_000
        elif code == 131056:
            scope, bound = "pair", 1_000
            for _ in range(attempt):
                bound *= 4
            least = bound
        elif code == 131049:
            scope, least = "pair", 86_400_000
    print(scope, least)
    return scope, least + divmod(roll * (bound + 1), 1_000_000)[0]
