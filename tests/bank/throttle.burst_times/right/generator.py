"""A generator, made into a list."""

from itertools import chain, repeat


def pairs(limit, window):
    yield from chain(repeat(2 * window - 1, limit), repeat(2 * window, limit))


def burst_times(limit, window):
    return list(pairs(limit, window))
