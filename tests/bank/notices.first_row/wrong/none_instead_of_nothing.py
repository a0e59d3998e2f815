"""Returns None where there is no cue.
caught by: the first row with a cue, or no name
says: no cue is there
"""


def first_row(rows, words):
    line = " " + " ".join(words) + " "
    for name, cues in rows:
        for cue in cues:
            if f" {cue} " in line:
                return name
    return None
