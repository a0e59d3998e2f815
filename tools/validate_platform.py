"""Holds the simulated platform against queueing theory: python -m tools.validate_platform.

Each row compares a mean over independent seeds, with its confidence interval, to what a formula
says. The intervals are wide enough that all rows of a right simulation hold together in 95 of 100
choices of seeds (Bonferroni). Exits with 1 if one does not.
"""

from __future__ import annotations

import argparse
import math
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from random import Random

from simpy import Environment, Event, Resource  # codespell:ignore simpy

from sendwell.platform import Interval, Kind, Outcome, Settings, interval, simulate
from sendwell.platform.formulas import cobham_waits, erlang_wait, single_wait
from sendwell.platform.scenarios import SCENARIOS, scenario
from sendwell.platform.settings import DAY

REVIEW = 60_000
ROWS = 31
PRIORITIES = (Kind("first", 0.2), Kind("second", 0.3), Kind("third", 0.5))


@dataclass(frozen=True)
class Row:
    """A comparison: ``wanted`` is the formula's, ``found`` the simulation's."""

    name: str
    wanted: float
    found: Interval

    @property
    def holds(self) -> bool:
        """Whether the formula's value lies in the interval."""
        return self.found.holds(self.wanted)


def steady(servers: int, load: float, kinds: tuple[Kind, ...] = (Kind("all", 1.0),)) -> Settings:
    """A platform that theory covers: one rate, nothing filtered, nothing merged, no appeals."""
    return Settings(
        kinds=kinds,
        reports_per_day=load * servers * DAY / REVIEW,
        staff=(servers,),
        review=REVIEW,
        horizon=8 * DAY,
        warm_up=DAY,
        appeals=0.0,
    )


def compare(
    name: str,
    wanted: float,
    outcomes: list[Outcome],
    measure: Callable[[Outcome], float],
    rows: int = ROWS,
) -> Row:
    """One row; ``rows`` is how many are judged together."""
    return Row(name, wanted, interval(map(measure, outcomes), 1 - 0.05 / rows))


def rows(seeds: int, shrink: int = 1) -> Iterator[Row]:
    """All comparisons, over ``seeds`` seeds; ``shrink`` divides the horizon after the warm-up."""

    def run(settings: Settings) -> list[Outcome]:
        shorter = replace(settings, horizon=DAY + 7 * DAY // shrink)
        return [simulate(shorter, seed) for seed in range(seeds)]

    for servers, load in ((1, 0.5), (1, 0.8), (4, 0.7), (4, 0.9), (20, 0.9)):
        outcomes = run(steady(servers, load))
        rate = load * servers / REVIEW
        wanted = erlang_wait(servers, rate, REVIEW) / 1000
        name = f"Erlang C, {servers} reviewer{'s' * (servers > 1)}, load {load:.0%}"
        yield compare(f"{name}: wait, s", wanted, outcomes, lambda o: o.classes[0].mean_wait / 1000)
        yield compare(f"{name}: busy", load, outcomes, lambda o: o.utilisation)
        yield compare(f"{name}: L - rate * W", 0.0, outcomes, lambda o: little(o, 0))
    for servers, load in ((4, 0.9),):
        outcomes = run(steady(servers, load, PRIORITIES))
        rates = [load * servers / REVIEW * kind.share for kind in PRIORITIES]
        for k, wait in enumerate(cobham_waits(servers, rates, REVIEW)):
            name = f"Cobham, {servers} reviewers, load {load:.0%}, {PRIORITIES[k].name}"
            yield compare(
                f"{name}: wait, s",
                wait / 1000,
                outcomes,
                lambda o, k=k: o.classes[k].mean_wait / 1000,  # type: ignore[misc]
            )
            yield compare(
                f"{name}: L - rate * W",
                0.0,
                outcomes,
                lambda o, k=k: little(o, k),  # type: ignore[misc]
            )
    settings = replace(steady(1, 0.7), spread="lognormal", sigma=0.8)
    square = REVIEW**2 * 2.718281828459045 ** (0.8**2)
    yield compare(
        "Pollaczek-Khinchine, lognormal, load 70%: wait, s",
        single_wait(0.7 / REVIEW, REVIEW, square) / 1000,
        run(settings),
        lambda o: o.classes[0].mean_wait / 1000,
    )
    yield from second_queue(run, DAY + 7 * DAY // shrink)
    yield from verdicts(run)
    yield from beside(run)


def second_queue(run: Callable[[Settings], list[Outcome]], horizon: int) -> Iterator[Row]:
    """Appeals as M/M/c, the legal review as M/M/infinity that begins empty."""
    load, staff, review = 0.8, 2, 10 * REVIEW
    rate = load * staff / review
    filtered = replace(
        steady(1, 0.5, (Kind("all", 1.0, guilty=1.0, human=0.0),)),
        reports_per_day=rate * DAY,
        filter_catches=1.0,
        appeals=1.0,
        appeal_from="warning",
        appeal_staff=staff,
        appeal_review=review,
    )
    outcomes = run(filtered)
    name = f"Appeals, Erlang C, {staff} reviewers, load {load:.0%}"
    wanted = erlang_wait(staff, rate, review) / 1000
    yield compare(f"{name}: wait, s", wanted, outcomes, lambda o: o.appeals.mean_wait / 1000)
    yield compare(
        f"{name}: L - rate * W",
        0.0,
        outcomes,
        lambda o: o.appeals.queue - o.appeals.rate * o.appeals.mean_wait,
    )
    settings = replace(steady(4, 0.7), legal=0.03, legal_time=2 * DAY)
    outcomes = run(settings)
    # Each review ends at its arrival plus some 80 s, which is nothing beside the days that follow.
    mean = settings.reports_per_day * settings.legal * settings.legal_time / DAY
    wanted = mean * (1 - math.exp(-horizon / settings.legal_time))
    yield compare("Legal review: cases at the end", wanted, outcomes, lambda o: o.in_legal)


def verdicts(run: Callable[[Settings], list[Outcome]]) -> Iterator[Row]:
    """The confusion matrices give back the probabilities that were put in."""
    kinds = (Kind("all", 1.0, guilty=0.4, human=0.5),)
    settings = replace(
        steady(4, 0.7, kinds),
        filter_catches=0.8,
        filter_clears=0.7,
        human_catches=0.9,
        human_clears=0.95,
    )
    outcomes = run(settings)
    for stage, caught, cleared in (("filter", 0.8, 0.7), ("people", 0.9, 0.95)):
        yield compare(
            f"{stage}: caught of the guilty",
            caught,
            outcomes,
            lambda o, s=stage: share(getattr(o, s).caught, getattr(o, s).missed),  # type: ignore[misc]
        )
        yield compare(
            f"{stage}: cleared of the innocent",
            cleared,
            outcomes,
            lambda o, s=stage: share(getattr(o, s).cleared, getattr(o, s).wronged),  # type: ignore[misc]
        )


def beside(run: Callable[[Settings], list[Outcome]]) -> Iterator[Row]:
    """Blocks beside reports, and how many messages come with one."""
    settings = replace(
        steady(4, 0.7), blocks_with=0.5, blocks_alone=2.0, package=(1.0,) * 6, needs=0.5
    )
    outcomes = run(settings)
    yield compare("Blocks to each report", 2.5, outcomes, lambda o: o.blocks / o.received)
    yield compare(
        "Messages that come with a report",
        2.5,
        outcomes,
        lambda o: sum(size * count for size, count in enumerate(o.packages)) / o.received,
    )


def share(part: int, rest: int) -> float:
    """The part of both."""
    return part / (part + rest)


def little(outcome: Outcome, index: int) -> float:
    """The mean number waiting less rate times mean wait; 0 by Little's law in the long run."""
    found = outcome.classes[index]
    return found.queue - found.rate * found.mean_wait


def conserved(outcome: Outcome) -> bool:
    """Whether no report, and no appeal, was lost or made up."""
    reports = outcome.filtered + outcome.merged + outcome.reviewed
    people = outcome.reviewed - outcome.in_legal - outcome.again
    appeals = outcome.reversed_ + outcome.upheld + outcome.appeals_open
    return (
        outcome.received == reports + outcome.waiting + outcome.in_review
        and outcome.received == sum(outcome.packages)
        and outcome.filter.total == outcome.filtered
        and outcome.people.total == people
        and outcome.appealed == appeals
        and sum(outcome.sanctions.values())
        == sum(each.caught + each.wronged for each in (outcome.filter, outcome.people))
        and all(each.arrived == each.taken_up + each.waiting for each in outcome.classes)
    )


def bare(settings: Settings, seed: int) -> int:
    """An M/M/c by the library's own means, for comparison; gives the number of arrivals."""
    env, draw = Environment(), Random(seed)  # noqa: S311
    reviewers = Resource(env, settings.staff[0])
    rate, service, count = settings.reports_per_day / DAY, 1 / settings.review, 0

    def review() -> Iterator[Event]:
        with reviewers.request() as request:
            yield request
            yield env.timeout(draw.expovariate(service))

    def arrivals() -> Iterator[Event]:
        nonlocal count
        while True:
            yield env.timeout(draw.expovariate(rate))
            count += 1
            env.process(review())  # type: ignore[arg-type]

    env.process(arrivals())  # type: ignore[arg-type]
    env.run(until=settings.horizon)
    return count


def seconds(action: Callable[[], object]) -> float:
    """The processor time that ``action`` takes."""
    start = time.process_time()
    action()
    return time.process_time() - start


def main() -> int:
    """Print the table in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=40)
    seeds = parser.parse_args().seeds
    found = list(rows(seeds))
    print(f"| over {seeds} seeds | formula | simulated | interval | holds |\n|---|---|---|---|---|")
    for row in found:
        simulated = f"{row.found.mean:.4g} | ± {row.found.half:.2g}"
        print(f"| {row.name} | {row.wanted:.4g} | {simulated} | {'yes' if row.holds else 'NO'} |")
    whole = all(conserved(simulate(scenario(name), 1)) for name in SCENARIOS)
    print(f"\nConservation in {len(SCENARIOS)} scenarios: {'exact' if whole else 'BROKEN'}.")
    settings, times = steady(20, 0.9), []
    for _ in range(5):
        plain, ours = seconds(lambda: bare(settings, 1)), seconds(lambda: simulate(settings, 1))
        times.append(ours / plain)
    print(f"Time over that of a bare M/M/c, median of five: {statistics.median(times):.2f}.")
    for name in SCENARIOS:
        week = statistics.median(seconds(lambda n=name: simulate(scenario(n), 1)) for _ in range(3))  # type: ignore[misc]
        print(f"A week of the scenario {name} at 1 %: {week:.2f} s of processor time.")
    return 0 if whole and all(row.holds for row in found) and len(found) == ROWS else 1


if __name__ == "__main__":
    sys.exit(main())
