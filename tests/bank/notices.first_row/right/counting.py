"""Keeps the line, and counts."""


def first_row(rows, words):
    line = " " + " ".join(words) + " "
    for name, cues in rows:
        for cue in cues:
            if line.count(" " + cue + " ") > 0:
                print("found", cue)
                return name
    return ""
