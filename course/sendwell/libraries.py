"""A learner's throttles beside those of two libraries, on the same sends: the end of m03's build.

The libraries are pyrate-limiter and limits. Where they are not installed, what was measured with
:data:`VERSIONS` is shown; a test holds that against the libraries.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import version
from types import SimpleNamespace
from typing import Any

#: Three sends in any three seconds; a bucket of three tokens that gets one each second.
LIMIT, WINDOW = 3, 3_000
#: The sends that are shown one by one, and many more that are only counted; in milliseconds.
SENDS = (0, 0, 0, 999, 1_000, 2_999, 3_000, 3_001, 5_999, 6_000, 6_001)
MANY = 3_000
#: Two moments at which three sends come at once, and after which we wait for the next to pass.
STARTS = (0, 999)

Admit = Callable[[int], bool]
Make = Callable[[], Admit]


@dataclass(frozen=True)
class Behaviour:
    """What a throttle did.

    ``shown`` has an "o" for each of SENDS that passed and a "." for the others; ``passed`` counts
    those of MANY, ``most`` the most of these in any window (t - WINDOW, t]; ``free`` says how
    many milliseconds after three sends at each of STARTS the next one passes.
    """

    name: str
    shown: str
    passed: int
    most: int
    free: tuple[int, ...]


VERSIONS = {"pyrate-limiter": "4.5.1", "limits": "5.8.0"}
#: Measured with VERSIONS.
STORED = (
    Behaviour("pyrate-limiter, SlidingWindowLog", "ooo....ooo.", 1_366, 3, (3_001, 3_001)),
    Behaviour("limits, moving window", "ooo....oooo", 1_366, 3, (3_001, 3_000)),
    Behaviour("limits, sliding window counter", "ooo....oooo", 1_571, 4, (3_001, 502)),
    Behaviour("limits, fixed window", "ooo...ooooo", 1_422, 5, (3_000, 3_000)),
    Behaviour("pyrate-limiter, TokenBucket", "ooo.ooo.ooo", 1_573, 5, (1_000, 1_000)),
)


def beside_libraries(window: Any, bucket: Any) -> str:
    """Two tables of what each throttle does with the same sends, and where the numbers come from.

    ``window`` and ``bucket`` are a learner's SlidingWindow and TokenBucket.
    """
    libraries = measured_libraries()
    windows, buckets = _split(libraries or STORED)
    rows = [
        _own("your SlidingWindow", lambda: window(LIMIT, WINDOW).allow),
        *windows,
        _own("your TokenBucket", lambda: bucket(LIMIT, WINDOW // LIMIT).allow),
        *buckets,
    ]
    heads = "".join(f"{time:>6_}" for time in SENDS)
    lines = [f"{'sends at':<33}{heads}"]
    lines += [f"{row.name:<33}{''.join(f'{one:>6}' for one in row.shown)}" for row in rows]
    lines += [
        "",
        f"{'':<33}{f'of {MANY:_} sends':>16}{'most in any':>14}{'free again, after three':>27}",
        f"{'':<33}{'pass':>16}{f'{WINDOW:_} ms':>14}{'sends at 0':>15}{'at 999':>12}",
    ]
    for row in rows:
        free = [f"{one:_}" for one in row.free] or ["-"] * len(STARTS)
        lines.append(f"{row.name:<33}{row.passed:>16_}{row.most:>14}{free[0]:>15}{free[1]:>12}")
    return "\n".join([*lines, "", _origin(measured=libraries is not None)])


def _origin(*, measured: bool) -> str:
    if measured:
        return ", ".join(f"{name} {version(name)}" for name in VERSIONS) + ": measured just now."
    names = " ".join(VERSIONS)
    return (
        f"{', '.join(f'{name} {one}' for name, one in VERSIONS.items())}: as measured by the "
        f"course. To measure here: %pip install {names}, then restart and run this again."
    )


def _split(rows: Sequence[Behaviour]) -> tuple[list[Behaviour], list[Behaviour]]:
    buckets = [row for row in rows if "TokenBucket" in row.name]
    return [row for row in rows if row not in buckets], buckets


def _own(name: str, make: Make) -> Behaviour:
    try:
        return behaviour(name, make)
    except Exception as error:  # whatever a learner's code raises
        return Behaviour(f"{name}: {type(error).__name__}", "?" * len(SENDS), 0, 0, ())


def measured_libraries() -> tuple[Behaviour, ...] | None:
    """How the libraries' throttles behave; None if they are not installed."""
    try:
        import_module("limits")
        import_module("pyrate_limiter")
    except ImportError:
        return None
    with _throttles() as makers:
        return tuple(behaviour(name, make) for name, make in makers.items())


def behaviour(name: str, make: Make) -> Behaviour:
    """Ask new throttles from ``make`` for all the sends."""
    admit = make()
    shown = "".join("o" if admit(time) else "." for time in SENDS)
    admit = make()
    passed = [time for time in _many() if admit(time)]
    most = max(
        sum(time - WINDOW < other <= time for other in passed[max(0, i - 4 * LIMIT) : i + 1])
        for i, time in enumerate(passed)
    )
    return Behaviour(name, shown, len(passed), most, tuple(_free(make(), one) for one in STARTS))


def _free(admit: Admit, start: int) -> int:
    for _ in range(LIMIT):
        admit(start)
    return next(wait for wait in range(3 * WINDOW) if admit(start + wait))


def _many() -> Iterator[int]:
    gaps = random.Random(7)  # noqa: S311  (no secret)
    now = 0
    for _ in range(MANY):
        now += gaps.choice((0, 1, 250, 500, 999, 1_000, 1_001))
        yield now


@contextmanager
def _throttles() -> Iterator[dict[str, Make]]:
    """The libraries' throttles. The time is passed in; limits reads a clock, so that is ours."""
    limits: Any = import_module("limits")
    memory: Any = import_module("limits.storage.memory")
    pyrate: Any = import_module("pyrate_limiter")

    clock = SimpleNamespace(now=0)

    def of_pyrate(bucket: Callable[[], Any]) -> Make:
        def make() -> Admit:
            made = bucket()
            return lambda now: bool(made.put(pyrate.RateItem("send", now)))

        return make

    def of_limits(strategy: Any) -> Make:
        def make() -> Admit:
            storage = memory.MemoryStorage()
            storage.timer.cancel()  # a thread that only frees memory, on a clock of its own
            storage.timer = SimpleNamespace(is_alive=lambda: True)
            item, limiter = limits.RateLimitItemPerSecond(LIMIT, WINDOW // 1_000), strategy(storage)

            def admit(now: int) -> bool:
                clock.now = now
                return bool(limiter.hit(item, "send"))

            return admit

        return make

    rates = [pyrate.Rate(LIMIT, WINDOW)]
    seconds = SimpleNamespace(time=lambda: clock.now / 1_000)
    made = {
        "pyrate-limiter, SlidingWindowLog": of_pyrate(lambda: pyrate.InMemoryBucket(rates)),
        "limits, moving window": of_limits(limits.strategies.MovingWindowRateLimiter),
        "limits, sliding window counter": of_limits(
            limits.strategies.SlidingWindowCounterRateLimiter
        ),
        "limits, fixed window": of_limits(limits.strategies.FixedWindowRateLimiter),
        "pyrate-limiter, TokenBucket": of_pyrate(
            lambda: pyrate.StateBucket(rates, pyrate.TokenBucket())
        ),
    }
    real, memory.time = memory.time, seconds
    try:
        yield made
    finally:
        memory.time = real
