"""Draw test cases from a Hypothesis strategy, reproducibly, smallest first."""

from __future__ import annotations

from typing import TypeVar

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.strategies import SearchStrategy

T = TypeVar("T")


def draw(strategy: SearchStrategy[T], count: int, number: int) -> list[T]:
    """At most ``count`` different cases of ``strategy``, drawn with seed ``number``.

    The same arguments give the same cases. They come sorted by the length of their ``repr``, so
    that the first failing one is about the smallest.
    """
    found: dict[str, T] = {}

    @seed(number)
    @settings(
        max_examples=count,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def collect(case: T) -> None:
        found.setdefault(repr(case), case)

    collect()
    return [found[text] for text in sorted(found, key=lambda text: (len(text), text))]
