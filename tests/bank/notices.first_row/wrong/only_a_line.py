"""Looks whether each word of the cue is there, in any order.
caught by: whole words, one after another
says: not in this order
"""


def first_row(rows, words):
    line = " " + " ".join(words) + " "
    for name, cues in rows:
        for cue in cues:
            if all(word in words for word in cue.split()):
                return name
    return ""
