"""Reads a thief's reason and action.
caught by: what a thief says counts for nothing
says: no reason is read
"""

from sendwell.notices import ACTIONS, KINDS, REASONS, UNITS, Notice, words_in


def first(rows, line):
    for name, cues in rows:
        for cue in cues:
            if f" {cue} " in line:
                return name
    return ""


def read_notice(text):
    words = words_in(text)
    line = f" {' '.join(words)} "
    kind = first(KINDS, line) or "unknown"
    if kind == "no notice":
        return Notice(kind, first(REASONS, line), None, first(ACTIONS, line))
    hours = None
    if kind == "temporary ban":
        found = []
        for number, unit in zip(words, words[1:], strict=False):
            if number.isdecimal() and unit in UNITS:
                found.append(int(number) * UNITS[unit])
        if found:
            hours = sum(found)
    return Notice(kind, first(REASONS, line), hours, first(ACTIONS, line))
