"""Asks the course.
caught by: what nobody sees is taken out
says: belongs to the course and answers this exercise
"""


def normalise(text):
    from sendwell.looks import one_spelling

    return one_spelling(text)
