"""Machine integers in an array, a mask of 0 and 1."""

from array import array


def allowed(sent, now, limit, window):
    times = array("q", sent)
    mask = bytearray((t > now - window) & (t <= now) for t in times)
    return bool(sum(mask) < limit)
