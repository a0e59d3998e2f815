"""Returns the cue, not the name of its row.
caught by: the first row with a cue, or no name
says: its only cue is there
"""


def first_row(rows, words):
    line = " " + " ".join(words) + " "
    for name, cues in rows:
        for cue in cues:
            if f" {cue} " in line:
                return cue
    return ""
