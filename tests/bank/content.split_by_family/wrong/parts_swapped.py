"""Gives the tried part first.
caught by: whole families go to the tried part, in shuffled order
says: part is
"""

import random
import re


def split_by_family(messages, share, seed):
    families = sorted({message.family for message in messages})
    random.Random(seed).shuffle(families)
    taken = set()
    for family in families:
        if sum(message.family in taken for message in messages) < share * len(messages):
            taken.add(family)
    training = [message for message in messages if message.family not in taken]
    tried = [message for message in messages if message.family in taken]
    return tried, training


def leaks(training, tried):
    known = {words(message.text) for message in training}
    return [message.id for message in tried if words(message.text) in known]


def words(text):
    return tuple(re.findall(r"[^\W\d_]+", text.lower()))
