"""Asks the course's own measures.
caught by: counts what was found, missed, flagged by mistake and passed
says: belongs to the course and answers this exercise
"""


def metrics(labels, scores, threshold):
    from sendwell.filters import measures

    return measures(labels, scores, threshold)
