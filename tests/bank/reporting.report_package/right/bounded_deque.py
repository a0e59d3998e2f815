"""Two stable sorts, and a deque that forgets the oldest."""

from collections import deque


def report_package(chat, reported, now):
    kept = deque(maxlen=5)
    for m in sorted(sorted(chat, key=lambda m: m.id), key=lambda m: m.time):
        if m.deleted or m.time > now or m.sender == "you":
            continue
        if reported in (None, m.sender):
            kept.append(m.id)
    return list(kept)
