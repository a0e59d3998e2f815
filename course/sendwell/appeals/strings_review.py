"""Every sentence of a review. A translation changes this file alone.

``{...}`` is filled from the letter and the case. The keys of ``MET`` and ``MISSED`` are reasons.
"""

from __future__ import annotations

#: criterion -> its name
CRITERIA: dict[int, str] = {
    1: "The right place to ask",
    2: "One number, the account's own",
    3: "The notice, word for word, with its day",
    4: "The kind of measure",
    5: "In time",
    6: "What was sent, when, to whom",
    7: "The rule, by its name",
    8: "One honest stance",
    9: "The cause, or the search for it",
    10: "Something already mended, with its day",
    11: "Prevention that anybody can check",
    12: "Evidence, without other people's data",
    13: "One clear request",
    14: "Short, polite, no false law",
    15: "No way round the measure",
    16: "Its own words, and nothing invented",
}
VERDICTS: dict[str, str] = {"met": "met", "missed": "missed", "look": "a person must look"}
#: A sign beside the word, so that colour alone says nothing.
SIGNS: dict[str, str] = {"met": "✓", "missed": "✗", "look": "?"}

REASONS: dict[str, str] = {
    # 1
    "place": "It asks in the right place: {channel}.",
    "no place": "It does not say where it is sent. The one right place is: {channel}.",
    "wrong place": "It names a place that is not the right one. The one right place is: {channel}.",
    "nothing open": "There is no place to send a letter to ({channel}).",
    # 2
    "number": "It names the account's own number, {number}, and no other.",
    "channel name": "It names the channel, {name}, and no telephone number.",
    "no channel name": "It does not name the channel as the case does: {name}.",
    "no number": "It does not name the number of the account. Write it as {number}.",
    "other number": "It names another number than the account's, {number}. One request covers one "
    "number.",
    # 3
    "notice": "The notice stands in it word for word, with its day.",
    "notice no day": "The words of the notice are there; the day of the notice, {when}, is not.",
    "no notice": "The notice is not quoted word for word. In the case it reads: “{text}”",
    "no words": "The case holds no words of a notice. Somebody has to read what the screen says.",
    # 4
    "measure": "It names the measure: {kind}.",
    "no measure": "It does not name the measure. In the case it is: {kind}.",
    "wrong measure": "It names another measure. In the case it is: {kind}.",
    "vague measure": "It names the measure loosely. In the case it is: {kind}.",
    # 5
    "in time": "The period for a request runs until {due}.",
    "no period": "The case knows of no period for this request.",
    "too late": "The period for a request ended on {due}.",
    "no day known": "Whether it is in time cannot be told: the day of the notice is not known.",
    # 6
    "activity": "It says what was sent, when and to how many, as the case does.",
    "no activity": "It does not say what was sent.",
    "activity no day": "It says what was sent, but no day of it that the case holds.",
    "activity no count": "It says what was sent and when, but not to how many. The case knows it.",
    "activity invented": "What it says of messages holds something that the case does not hold.",
    "activity nothing held": "The case holds nothing that was sent. A person has to compare.",
    # 7
    "rule": "It names the rule: {rule}.",
    "says no rule": "It says that the notice names no rule.",
    "no rule": "It names no rule, and does not say that the notice names none.",
    "wrong rule": "It names a rule that the case does not hold.",
    # 8
    "contest": "It contests, as the case does, and admits nothing.",
    "acknowledge": "It admits the mistake that the case holds, and contests nothing.",
    "unknown": "It says that the cause is not known, as the case does.",
    "both": "It contests and admits at once. One of the two is untrue.",
    "not admitted": "It contests, but by the case a rule was broken.",
    "not contested": "It admits something that by the case did not happen.",
    "not known": "It is surer than the case, which does not know whether a rule was broken.",
    "only unknown": "It says that something is not known, and neither contests nor admits.",
    "no stance": "It neither contests nor admits, and does not say that it does not know.",
    "false claim": "It claims something that contradicts the case.",
    # 9
    "searched": "It says what was done to find the cause.",
    "not searched": "It does not say what was done to find the cause.",
    "cause invented": "The cause that it gives rests on something that the case does not hold.",
    "cause not held": "It speaks of a search, but the case holds none.",
    # 10
    "mended": "It names something already mended, with its day.",
    "not mended": "It names nothing that is already mended.",
    "mended that day": "It names something that is mended, on a day that is not written out there.",
    "mended no day": "It names something that is mended, but not the day of it.",
    "mended invented": "What it says was mended holds something that the case does not hold.",
    "nothing mended": "By the case nothing is mended yet. Do that before writing.",
    # 11
    "measurable": "It names something by which anybody can tell that it works.",
    "only promise": "It promises, and names nothing by which anybody could tell.",
    "no prevention": "It does not say what keeps it from happening again.",
    "prevention invented": "The case holds no such prevention.",
    # 12
    "evidence": "It lists evidence, and holds no other people's data and no codes.",
    "no evidence": "It lists no evidence.",
    "leaks": "It holds a code, an identity paper or other people's data. Strike it out.",
    "not struck": "It offers evidence that holds other people's data, and does not say that it is "
    "struck out.",
    # 13
    "request": "It asks for one thing: a review.",
    "no request": "It does not ask for a review in so many words.",
    # 14
    "manner": "It is short ({words} words) and polite, and claims no law.",
    "long": "It has {words} words. Keep to {most}.",
    "rude": "It threatens or insults. That helps nobody, and it is read by a person.",
    "law": "It claims a law that does not apply here, or that nobody has checked.",
    # 15
    "no evasion": "It offers no way round the measure.",
    "evasion": "It speaks of a way round the measure: another number, another account, other words "
    "for the same offer. That is evasion.",
    # 16
    "own words": "It is in its own words, and says nothing that the case does not hold.",
    "template": "It is made of stock sentences that could stand in any letter.",
    "blanks": "It has blanks that were never filled in.",
    "invented": "It says something that the case does not hold.",
}

FLAGS: dict[str, str] = {
    "day": "The case holds no such day.",
    "time": "The case holds no such time of day.",
    "number": "The case holds no such number.",
    "phone": "This is not the number of the account.",
    "name": "The case holds no such name.",
    "rule": "The case holds no such rule.",
    "deed": "The case holds no such thing.",
    "consent": "By the case not everybody had asked.",
    "first time": "By the case there was an earlier measure.",
    "stops": "By the case a stop was not honoured.",
    "official": "By the case the app is not an official one.",
    "dsa": "The Digital Services Act covers public channels in the European Union. It covers no "
    "private messages, and no account that is no channel.",
    "law": "Nobody has checked that this law applies here. A lawyer can.",
    "person": "This is somebody else's name or number.",
    "code": "This may be a code. Codes are never sent to anybody.",
    "identity": "Such a paper is sent only if the official place itself asks for it.",
    "blank": "This was never filled in.",
    "stock": "This could stand in any letter.",
}

NOTE = (
    "This review measures honesty and completeness. It says nothing about success: no evidence "
    "shows that any wording wins, and nobody outside WhatsApp can promise an outcome."
)
LOOK = "The rules suggest: {verdict}."
LOOKED_AT = (
    "Where a person must look, the rules were not good enough when they were measured. What they "
    "say there is a suggestion."
)
TITLE = "The letter, reviewed"
LETTER = "The letter"
FINDINGS = "Sixteen criteria"
MARKED = "Marked passages, and why"
FLAG = "{kind}: {reason}"
NAMED = "{name} (criterion {number})."
ALSO_ONE = "Criterion {numbers}."
ALSO = "Criteria {numbers}."
NO_FLAGS = "Nothing was flagged. That does not mean that everything is true: only you know."
SUMMARY = "{met} met, {missed} missed; at {look} a person must look."
SUGGESTED = "For {count} of these {look} the rules suggest: missed."
SUGGESTED_ONE = "For one of these {look} the rules suggest: missed."
COUNTED = "{count} passages are flagged."
COUNTED_ONE = "One passage is flagged."

# --- in the terminal ------------------------------------------------------------------------------

REVIEW_HELP = (
    "Hold a letter against its case: sixteen criteria, and whatever the case does not hold. "
    "Nothing leaves this machine."
)
LETTER_HELP = "the letter, a text or Markdown file in UTF-8, or a notebook that was handed in"
CASE_HELP = "the case file that it is about, or the name of one of the course's cases"
CELL_HELP = "in a notebook: the grade_id of the cell that holds the letter"
NO_CELL = "{name} has no single cell with the grade_id {cell}. Is it the notebook with the letter?"
TODAY_HELP = "the day of the letter, 2026-11-14; otherwise today"
HTML_HELP = "write a page to read or print into this file as well"
NOT_TEXT = "{name} is no text in UTF-8. Save it as plain text, UTF-8."
WRITTEN = "Written: {file}"
BACK = "back to passage {number}"
MARK = "passage {number}"
NOT_A_MARK = "It is no mark. A person decides."
KINDS: dict[str, str] = {
    "day": "day",
    "number": "number",
    "name": "name",
    "rule": "rule",
    "deed": "deed",
    "conflict": "contradiction",
    "law": "law",
    "person": "other people's data",
    "code": "code",
    "template": "template",
}
