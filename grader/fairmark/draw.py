"""Draw test cases from a Hypothesis strategy, reproducibly, smallest first."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.internal.conjecture import providers
from hypothesis.internal.constants_ast import Constants
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

    with _from_the_strategy_alone():
        collect()
    return [found[text] for text in sorted(found, key=lambda text: (len(text), text))]


@contextmanager
def _from_the_strategy_alone() -> Iterator[None]:
    """Let Hypothesis draw nothing from modules that happen to be imported.

    It mixes in constants that it finds in their source, for which it has no setting; a learner's
    module would then change the cases. Tested, since it reaches into Hypothesis.
    """
    kept = providers._get_local_constants  # noqa: SLF001
    none = Constants()
    providers._get_local_constants = lambda: none  # noqa: SLF001
    providers.CONSTANTS_CACHE.cache.clear()
    try:
        yield
    finally:
        providers._get_local_constants = kept  # noqa: SLF001
        providers.CONSTANTS_CACHE.cache.clear()
