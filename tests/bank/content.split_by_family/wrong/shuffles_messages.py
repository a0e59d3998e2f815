"""Shuffles messages and forgets the families.
caught by: whole families go to the tried part, in shuffled order
says: part is
"""

import random
import re


def split_by_family(messages, share, seed):
    mixed = list(messages)
    random.Random(seed).shuffle(mixed)
    cut = round(share * len(mixed))
    return mixed[cut:], mixed[:cut]


def leaks(training, tried):
    known = {tuple(re.findall(r"[^\W\d_]+", m.text.lower())) for m in training}
    return [m.id for m in tried if tuple(re.findall(r"[^\W\d_]+", m.text.lower())) in known]
