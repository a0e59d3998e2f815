"""Looks for the cue in the list of words: cues of two words are never found.
caught by: the first row with a cue, or no name
says: one after another
"""


def first_row(rows, words):
    line = " " + " ".join(words) + " "
    for name, cues in rows:
        for cue in cues:
            if cue in words:
                return name
    return ""
