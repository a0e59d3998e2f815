"""Looks in the text as it came, without words_in.
caught by: the kind, in English and in Italian
says: spaces and capitals
"""

from sendwell.notices import ACTIONS, KINDS, REASONS, UNITS, Notice, words_in


def first(rows, line):
    for name, cues in rows:
        for cue in cues:
            if cue in line.lower():
                return name
    return ""


def read_notice(text):
    words = words_in(text)
    line = f" {text} "
    kind = first(KINDS, line) or "unknown"
    if kind == "no notice":
        return Notice(kind, "", None, "")
    hours = None
    if kind == "temporary ban":
        found = []
        for number, unit in zip(words, words[1:], strict=False):
            if number.isdecimal() and unit in UNITS:
                found.append(int(number) * UNITS[unit])
        if found:
            hours = sum(found)
    return Notice(kind, first(REASONS, line), hours, first(ACTIONS, line))
