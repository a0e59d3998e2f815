"""One regular expression for each cue; the hours by another."""

import re

from sendwell.notices import ACTIONS, KINDS, REASONS, UNITS, Notice, words_in

HOURS = re.compile(r"\b(\d+) (" + "|".join(UNITS) + r")\b")


def named(rows, line):
    hits = (name for name, cues in rows if re.search(rf"\b(?:{'|'.join(cues)})\b", line))
    return next(hits, "")


def read_notice(text):
    line = " ".join(words_in(text))
    kind = named(KINDS, line) or "unknown"
    reason, action, hours = named(REASONS, line), named(ACTIONS, line), None
    if kind == "no notice":
        reason = action = ""
    elif kind == "temporary ban" and (found := HOURS.findall(line)):
        hours = sum(int(number) * UNITS[unit] for number, unit in found)
    return Notice(kind=kind, reason=reason, hours=hours, action=action)
