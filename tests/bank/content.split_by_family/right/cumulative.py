"""Sizes added up before anything is taken."""

import itertools
import random
import re
from collections import Counter


def split_by_family(messages, share, seed):
    sizes = Counter(m.family for m in messages)
    families = sorted(sizes)
    random.Random(seed).shuffle(families)
    before = itertools.accumulate((sizes[f] for f in families), initial=0)
    tried = {f for f, taken in zip(families, before) if taken < share * len(messages)}
    return tuple([m for m in messages if (m.family in tried) is kind] for kind in (False, True))


def leaks(training, tried):
    def bare(message):
        return re.sub(r"[\W\d_]+", " ", message.text).lower().split()

    return [m.id for m in tried if any(bare(m) == bare(other) for other in training)]
