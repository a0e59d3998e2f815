"""Prints each time, warns, and logs by a handler of its own."""

import logging
import sys
import warnings

log = logging.getLogger("burst")
log.addHandler(logging.StreamHandler(sys.stderr))


def burst_times(limit, window):
    warnings.warn("old", DeprecationWarning, stacklevel=2)
    times = []
    for moment in [window - 1] * limit + [window] * limit:
        print(moment)
        times += [moment]
    log.error("%s times", len(times))
    return times
