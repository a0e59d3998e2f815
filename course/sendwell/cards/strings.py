"""Every sentence around module m01's forms, and every word that a learner may type.

A translation changes this file, the notices and the rows: the words to type are values here, and
the code knows them by their keys.
"""

from __future__ import annotations

# --- the drawn cards --------------------------------------------------------------------------

CARD = "Card {number}, fictional"
WHERE = "Where"
SAYS = "It says"
OFFERS = "Button"
NO_BUTTON = "none"
WORKS = "What still works"
CARD_HEADS = ("card", "where", "it says", "button", "what still works")
NO_WORDS = "(no words at all)"

# --- the words to type, each by every way to write it; the first is how it is shown -------------

KINDS = {
    "warning": ("warning", "a warning", "warned"),
    "temporary ban": ("temporary ban", "a temporary ban", "temporary", "temp ban"),
    "ban": ("ban", "a ban", "banned", "permanent ban", "permanent"),
    "unknown": ("unknown", "not known", "not known yet", "unclear"),
    "no notice": ("no notice", "not a notice", "no notice at all", "phishing", "scam", "fake"),
}
HELP = {
    "can help": ("can help", "helps", "help", "can"),
    "only sells": ("only sells", "sells", "sell", "only sell"),
    "thief": ("thief", "a thief", "thieves", "steals", "scam", "scammer"),
}
ORDER = {
    "keep": ("keep", "keep it", "keep the notice"),
    "stop": ("stop", "stop it", "stop everything"),
    "find": ("find", "find it", "find the cause"),
    "ask": ("ask", "ask once", "ask for the review", "request the review"),
}
STEPS = {
    "secure the account": ("secure the account", "secure", "secure account", "secure it"),
    "official app": ("official app", "the official app", "use the official app"),
    "wait and remove the cause": (
        "wait and remove the cause",
        "remove the cause and wait",
        "remove the cause",
        "wait",
    ),
    "request the review": (
        "request the review",
        "request a review",
        "request review",
        "ask for the review",
        "ask",
    ),
    "business support": ("business support", "business support home", "support home"),
    "go on without it": (
        "go on without it",
        "go on without",
        "go on without whatsapp",
        "nothing to be done",
    ),
}
DO = {"yes": ("yes", "y", "do", "do it"), "no": ("no", "n", "don't", "do not")}

# --- what each word means, for whoever took another one for it ----------------------------------

MEANS = {
    "warning": "A warning leaves everything working.",
    "temporary ban": "A temporary ban says when it ends, with a timer or in hours.",
    "ban": "A ban says, in the app, that the account may not be used, and has no timer.",
    "unknown": "Unknown means: nothing says yet which kind it is.",
    "no notice": "No notice means: it stands somewhere else than in the official app, or it wants "
    "something from you that no notice needs.",
    "can help": "Who can help has a way to change something that is true here.",
    "only sells": "Who only sells takes money, and has no way that you do not have.",
    "thief": "A thief wants your code, your login or your account.",
    "secure the account": "That comes first where somebody else may be able to use the account.",
    "official app": "That comes first where the app is not, or may not be, the official one.",
    "wait and remove the cause": "That is right while a timer runs, an answer is due, or the cause "
    "goes on.",
    "request the review": "That is for a ban in the app, once, after the cause has stopped.",
    "business support": "That is for accounts on the business platform.",
    "go on without it": "That is for after a review that said unchanged.",
    "yes": "",
    "no": "",
}

ANSWERED = 'You answered "{answer}". {why}'
UNREADABLE = 'Line {number} says "{text}". Write one of these: {words}.'
MEANT = 'Line {number} says "{text}". Did you mean "{meant}"? Write one of these: {words}.'
STEP_TWICE = 'The word "{step}" is there {times} times. Use each of the four words once.'

# --- the order of four steps --------------------------------------------------------------------

ORDER_KEEP = (
    "You ask before you keep the notice. Screens change once something is requested, and the "
    "request needs its exact words."
)
ORDER_STOP = (
    "You ask before you stop. Whatever goes on sending makes new reports while your request is "
    "being read."
)
ORDER_FIND = (
    "You ask before you look for the cause. Then you can only say that you are sorry, not what "
    "is different now."
)

# --- the reasons --------------------------------------------------------------------------------

REASONS_TITLE = "Your lines that are right, and why"
REASONS_ALSO = 'Also right: "{answer}". {why}'
REASONS_NONE = (
    "No line is right yet. Fill in the form above, run it, and run this cell again. The check says "
    "what to look at."
)
REASONS_OPEN = "Not right yet, or blank: {lines}."
REASONS_ALL = "All lines are right."
