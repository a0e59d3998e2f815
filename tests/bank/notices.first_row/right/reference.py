"""The gaps filled in as the hints say."""


def first_row(rows, words):
    line = " " + " ".join(words) + " "
    for name, cues in rows:
        for cue in cues:
            if f" {cue} " in line:
                return name
    return ""
