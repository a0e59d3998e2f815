"""map, filter, partial and operator."""

from functools import partial
from operator import ge, lt


def allowed(sent, now, limit, window):
    not_later = filter(partial(ge, now), sent)
    recent = filter(partial(lt, now - window), not_later)
    return len(list(recent)) < limit
