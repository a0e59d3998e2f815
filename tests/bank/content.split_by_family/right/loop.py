"""One loop that stops; copies by comparing each with each."""

import re
from random import Random


def split_by_family(messages, share, seed):
    names = list(set(m.family for m in messages))
    names.sort()
    Random(seed).shuffle(names)
    count, held = 0, []
    for name in names:
        if count >= share * len(messages):
            break
        held.append(name)
        count += len([m for m in messages if m.family == name])
    parts = ([], [])
    for m in messages:
        parts[m.family in held].append(m)
    return parts


def leaks(training, tried):
    found = []
    for one in tried:
        for other in training:
            if bare(one.text) == bare(other.text):
                found.append(one.id)
                break
    return found


def bare(text):
    return " ".join(re.split(r"[\W\d_]+", text.lower())).strip()
