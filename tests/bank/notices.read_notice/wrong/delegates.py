"""Asks the course which cues there are.
caught by: the kind, in English and in Italian
says: belongs to the course and answers this exercise
"""

from sendwell.notices import KINDS, Notice


def read_notice(text):
    from sendwell.notices import cues_in

    found = [name for name, _ in cues_in(text)]
    kinds = [name for name, _ in KINDS if name in found]
    return Notice(kinds[0] if kinds else "unknown", "", None, "")
