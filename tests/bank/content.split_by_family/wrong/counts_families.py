"""Takes a share of the families, not of the messages.
caught by: it takes families until the share is reached, and no more
says: part is
"""

import random
import re


def split_by_family(messages, share, seed):
    families = sorted({message.family for message in messages})
    random.Random(seed).shuffle(families)
    taken = set(families[: round(share * len(families))])
    training = [message for message in messages if message.family not in taken]
    tried = [message for message in messages if message.family in taken]
    return training, tried


def leaks(training, tried):
    known = {words(message.text) for message in training}
    return [message.id for message in tried if words(message.text) in known]


def words(text):
    return tuple(re.findall(r"[^\W\d_]+", text.lower()))
