"""Takes the families by name.
caught by: whole families go to the tried part, in shuffled order
says: shuffled
"""

import re


def split_by_family(messages, share, seed):
    families = sorted({message.family for message in messages})
    taken = set()
    for family in families:
        if sum(message.family in taken for message in messages) < share * len(messages):
            taken.add(family)
    training = [message for message in messages if message.family not in taken]
    tried = [message for message in messages if message.family in taken]
    return training, tried


def leaks(training, tried):
    known = {words(message.text) for message in training}
    return [message.id for message in tried if words(message.text) in known]


def words(text):
    return tuple(re.findall(r"[^\W\d_]+", text.lower()))
