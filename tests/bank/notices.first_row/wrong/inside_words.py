"""Looks for the cue without the spaces around it.
caught by: whole words, one after another
says: only parts of words
"""


def first_row(rows, words):
    line = " " + " ".join(words) + " "
    for name, cues in rows:
        for cue in cues:
            if cue in line:
                return name
    return ""
