"""Asks the course which cues there are.
caught by: the first row with a cue, or no name
says: belongs to the course and answers this exercise
"""


def first_row(rows, words):
    from sendwell.notices import cues_in

    found = [name for name, _ in cues_in(" ".join(words))]
    return next((name for name, _ in rows if name in found), "")
