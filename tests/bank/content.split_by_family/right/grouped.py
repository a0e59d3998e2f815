"""Groups in a dictionary; words by character."""

import random
from collections import defaultdict


def split_by_family(messages, share, seed):
    groups = defaultdict(list)
    for place, message in enumerate(messages):
        groups[message.family].append(place)
    order = random.Random(seed)
    families = sorted(groups)
    order.shuffle(families)
    places = set()
    while families and len(places) < share * len(messages):
        places.update(groups[families.pop(0)])
    return (
        [m for n, m in enumerate(messages) if n not in places],
        [m for n, m in enumerate(messages) if n in places],
    )


def leaks(training, tried):
    known = [key(m) for m in training]
    return [m.id for m in tried if key(m) in known]


def key(message):
    return "".join(c if c.isalpha() else " " for c in message.text.lower()).split()
