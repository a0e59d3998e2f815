"""Asks the course.
caught by: whole families go to the tried part, in shuffled order
says: belongs to the course and answers this exercise
"""

def split_by_family(messages, share, seed):
    from sendwell.filters import by_family

    return by_family(messages, share, seed)


def leaks(training, tried):
    from sendwell.filters import copied

    return copied(training, tried)
