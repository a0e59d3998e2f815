"""Without the line: runs of neighbouring words are compared with the words of the cue."""


def first_row(rows, words):
    for name, cues in rows:
        for cue in cues:
            its = cue.split()
            if its in [words[i : i + len(its)] for i in range(len(words))]:
                return name
    return ""
