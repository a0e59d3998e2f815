"""Every sentence that module m05's forms say, and every word that a learner may type.

A translation changes this file and the situations: the words to type are values here, and the code
knows them by their keys.
"""

from __future__ import annotations

# --- what kind of message it is, and what to do -----------------------------------------------

#: Each kind by every way to write it; the first is how it is shown.
KINDS = {
    "fine": ("fine", "nothing wrong", "all right", "ok", "okay", "none", "no problem"),
    "nuisance": ("nuisance", "a nuisance", "annoying", "unwelcome"),
    "spam": ("spam", "advertising", "advert"),
    "scam": ("scam", "a scam", "fraud", "phishing"),
    "threat": ("threat", "a threat", "threats", "harassment"),
    "danger": ("danger", "in danger", "emergency"),
}
ACTIONS = {
    "nothing": (
        "nothing",
        "do nothing",
        "no action",
        "ignore",
        "ignore it",
        "stop",
        "say stop",
        "write stop",
        "answer stop",
        "tell them to stop",
        "tell it to stop",
        "tell the shop to stop",
        "unsubscribe",
        "answer",
        "reply",
    ),
    "block": ("block", "block only", "just block", "only block", "block it"),
    "report": ("report", "report only", "just report", "only report", "report it"),
    "both": (
        "report and block",
        "block and report",
        "report & block",
        "block & report",
        "report + block",
        "block + report",
        "report then block",
        "block then report",
        "report block",
        "both",
    ),
    "emergency": (
        "emergency services",
        "emergency service",
        "emergency services first",
        "call the emergency services",
        "emergency",
        "emergency number",
        "emergency call",
        "call emergency services",
        "call the emergency number",
        "call for help",
        "call an ambulance",
        "112",
        "call 112",
        "999",
        "call 999",
        "911",
        "call 911",
    ),
}
#: In danger these are the emergency services; beside a threat they are not what comes first.
IN_DANGER = ("police", "the police", "call police", "call the police", "ambulance", "fire brigade")
#: What a missing line is shown as an answer.
EXAMPLE = "spam, report and block"
FORMS = (
    "Write the kind of message (fine, nuisance, spam, scam, threat or danger), a comma, and what "
    "you do (nothing, block, report, report and block, or emergency services), for example "
    '"{number}. spam, report and block".'
)
UNREADABLE = 'Line {number} says "{text}". {forms}'
NO_ACTION = 'Line {number} says "{text}". What do you do? {forms}'
NO_KIND = 'Line {number} says "{text}". What kind of message is it? {forms}'
#: Steps that are often right beside the five, and none of them.
BESIDE = ("police", "bank", "leave", "tell", "call", "talk", "warn", "keep", "screenshot", "ask")
BESIDE_SAID = (
    'Line {number} says "{text}". That may well be right beside it. Here write which of the five '
    "you do first with the phone in your hand. {forms}"
)
SHOWN = "{kind}, {action}"

#: What each kind is, for whoever took another one for it.
KIND_IS = {
    "fine": "Fine means: nobody does anything wrong.",
    "nuisance": "A nuisance is unwelcome, and no more: nobody sells, pretends or threatens.",
    "spam": "Spam is advertising for which you did not ask.",
    "scam": "A scam pretends something, to get money, codes or data from you.",
    "threat": "A threat says that somebody will be harmed.",
    "danger": "Danger means that somebody may be hurt now or very soon.",
}
KIND_HALF = "What you do is right. Look again at what kind of message it is."

# --- the order of four steps ------------------------------------------------------------------

STEPS = {
    "keep": ("keep", "keep it", "screenshot", "screenshots", "keep a copy", "take a screenshot"),
    "report": ("report", "report it", "report the chat"),
    "block": ("block", "block him", "block rui"),
    "delete": ("delete", "delete it", "delete the chat"),
}
STEP_EXAMPLE = "keep"
STEP_FORMS = "Write one of these words on each line: keep, report, block, delete."
STEP_TWICE = "The word {step} is there {times} times. Use each of the four words once."

# --- letters ----------------------------------------------------------------------------------

LETTER_EXAMPLE = "a"
LETTER_FORMS = 'Write one letter, for example "{number}. a". This row has {letters}.'
LETTER_NONE = 'Line {number} says "{text}". {forms}'

# --- numbers ----------------------------------------------------------------------------------

NUMBER_BLANK = "{name} is still blank."
NUMBER_PERCENT = "{name} is {value}. That is a share of 100. Write a number without a sign."
NUMBER_UNREADABLE = (
    "{name} is {value}. Write a whole number and nothing else between the quotation marks, such "
    'as "12".'
)
#: What was written, where it is not the whole number that it was read as.
NUMBER_READ = "{written}, which reads as {number}"
NUMBER_POINT = "{written}, which reads as {number} (thousands are written without a point)"

# --- the reasons ------------------------------------------------------------------------------

REASONS_TITLE = "Your lines that are right, and why"
REASONS_OTHER = "Also right: {answer}. {why}"
REASONS_NONE = (
    "No line is right yet. Fill in the form above, run it, and run this cell again. The check says "
    "what to look at."
)
REASONS_OPEN = "Not right yet, or blank: {lines}."
REASONS_ALL = "All lines are right."
