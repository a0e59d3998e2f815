"""What queueing theory says, to hold the simulation against. Rates are per unit of time."""

from __future__ import annotations

from collections.abc import Sequence


def erlang_c(servers: int, load: float) -> float:
    """The probability that an arrival waits in M/M/c; ``load`` is arrivals times service time.

    Raises ValueError unless 0 <= load < servers. Source: A. K. Erlang 1917, by the stable
    recursion over Erlang B.
    """
    if servers < 1 or not 0 <= load < servers:
        raise ValueError(f"A steady state needs 0 <= load < servers, found {load} of {servers}.")
    blocked = 1.0
    for k in range(1, servers + 1):
        blocked = load * blocked / (k + load * blocked)
    return blocked / (1 - load / servers * (1 - blocked))


def erlang_wait(servers: int, rate: float, service: float) -> float:
    """The mean wait in M/M/c, in the unit of ``service``. Raises as `erlang_c`."""
    return erlang_c(servers, rate * service) * service / (servers - rate * service)


def cobham_waits(servers: int, rates: Sequence[float], service: float) -> list[float]:
    """Mean waits by class in M/M/c with priorities that interrupt nobody, the first first.

    Raises as `erlang_c` for all rates together. Source: A. Cobham 1954, one service time for all.
    """
    base = erlang_c(servers, sum(rates) * service) * service / servers
    waits, before = [], 0.0
    for rate in rates:
        after = before + rate * service / servers
        waits.append(base / ((1 - before) * (1 - after)))
        before = after
    return waits


def single_wait(rate: float, mean: float, mean_square: float) -> float:
    """The mean wait in M/G/1 (Pollaczek 1930, Khinchine 1932). Raises ValueError if unsteady."""
    if rate * mean >= 1:
        raise ValueError(f"A steady state needs rate * mean below 1, found {rate * mean}.")
    return rate * mean_square / (2 * (1 - rate * mean))
