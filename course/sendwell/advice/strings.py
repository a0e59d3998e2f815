"""Every sentence that module m08's forms say, and every word that a learner may type.

A translation changes this file, the situations and the questions: the words to type are values
here, and the code knows them by their keys.
"""

from __future__ import annotations

# --- where to ask, and what to say ------------------------------------------------------------

#: Each place by every way to write it; the first is how it is shown.
PLACES: dict[str, tuple[str, ...]] = {
    "app": ("app", "in the app", "the app", "in app", "request a review"),
    "home": ("support home", "business support home", "the support home", "in support home"),
    "complaint": ("complaint", "the complaint", "complain", "file a complaint"),
    "wait": ("wait", "waiting"),
    "read": ("read", "read it", "read the notice", "read first"),
    "nothing": ("nothing", "no request", "do nothing", "ask nothing", "none"),
}
#: Places to which a letter goes; the others are one word without a stance.
OPEN = frozenset({"app", "home", "complaint"})
STANCES: dict[str, tuple[str, ...]] = {
    "admits": ("admits", "admit", "it admits", "admits it", "acknowledges", "acknowledge"),
    "contests": ("contests", "contest", "it contests", "contests it"),
    "does not know": (
        "does not know",
        "do not know",
        "it does not know",
        "doesn't know",
        "don't know",
        "unknown",
        "not known",
        "i do not know",
    ),
}
EXAMPLE = "wait"
FORMS = (
    "Write a place (app, support home, complaint), a comma, and what the letter says (admits, "
    'contests, does not know), for example "{number}. app, contests". Where nothing is sent, write '
    "one word: wait, read or nothing."
)
UNREADABLE = 'Line {number} says "{text}". {forms}'
NO_STANCE = 'Line {number} says "{text}". What does the letter say about the cause? {forms}'
NO_PLACE = 'Line {number} says "{text}". Where does it go? {forms}'
NO_LETTER = (
    'Line {number} says "{text}". If nothing is sent now, no letter says anything: leave out what '
    "stands behind the comma. {forms}"
)
SHOWN = "{place}, {stance}"
PLACE_RIGHT = "Where to ask is right. Look again at what the letter says."

# --- the card -----------------------------------------------------------------------------------

#: Each fact by every way to write it; the first is how it is shown.
FACTS: dict[str, tuple[str, ...]] = {
    "taken back": ("taken back", "nothing is blocked", "taken back or warning", "warning"),
    "unchanged": ("unchanged", "answered unchanged"),
    "requested": ("requested", "already requested"),
    "unknown": ("unknown", "kind unknown", "not known"),
    "too late": ("too late", "late", "over"),
    "platform": ("platform", "business platform"),
    "eu channel": ("eu channel", "channel", "channel in the eu"),
    "ends": ("ends", "ends by itself", "timer"),
    "else": ("everything else", "else", "anything else", "all else"),
}
CARD_EXAMPLE = "everything else: app"
CARD_FORMS = (
    'Write a fact, a colon and a place, such as "{number}. unchanged: nothing". The facts: '
    + ", ".join(several[0] for several in FACTS.values())
    + ". The places: "
    + ", ".join(several[0] for several in PLACES.values())
    + "."
)
CARD_TWICE = 'The fact "{fact}" is on lines {first} and {second}. Use each fact once.'
CARD_CASE = (
    'The case: {told}. Your card stops at line {line}, "{fact}: {place}". '
    "The place should be: {wanted}. {why}"
)
CARD_BECAUSE = {
    "taken back": "Nothing is blocked (any more), so there is nothing to ask.",
    "unchanged": "The answer is there. The same request again moves nothing, in whatever place.",
    "requested": "A request has no answer yet. A second one makes nothing faster, whatever kind "
    "of account it is.",
    "unknown": "Nobody knows what was done to the account. Read the notice first: the place "
    "depends on it.",
    "too late": "The period for a request is over. The place where one would have asked is closed.",
    "platform": "It is on the business platform: Support Home, through an administrator, and also "
    "when the notice itself offers no button.",
    "eu channel": "It is a public channel in the European Union, which has a complaint of its own.",
    "ends": "It ends by itself, and nothing offers a review.",
    "else": "None of the other facts is there: an account of the app asks in the app.",
}
CARD_JOIN = "; "
CARD_TOLD = {
    "taken back": "the measure was taken back, or it was a warning only",
    "unchanged": "the last answer was “unchanged”",
    "requested": "a request has no answer yet",
    "unknown": "nobody knows what kind of measure it is",
    "too late": "the period for a request is over",
    "platform": "the account is on the business platform",
    "eu channel": "it is a public channel in the European Union",
    "ends": "the measure ends by itself, and offers no review",
    "else": "a first measure against an account of the app",
}

# --- the timeline -------------------------------------------------------------------------------

TIMELINE_LABEL = "Moment"
EARLIER, LATER = "Earlier", "Later"
KNOWN, NOT_KNOWN, COULD_SAY = "Known by now", "Not known yet", "What a letter could say now"
WHEN = "Moment"
HERE = "you are here"
#: when, what happens, what is known from now on, what is not, what a letter could say.
MOMENTS: tuple[tuple[str, str, str, str, str], ...] = (
    (
        "13 November",
        "The offer goes out.",
        "312 people from the till's list got the same offer.",
        "Who of them had asked. Nobody has looked.",
        "There is nothing to write about yet.",
    ),
    (
        "14 November, 09:12",
        "The notice is there.",
        "It is a ban, of this one number. The notice names no rule. The app offers a review.",
        "Why. How many people blocked or reported the shop.",
        "The notice, word for word. About the cause: we do not know it yet.",
    ),
    (
        "15 November",
        "Ravi compares the list with the cards.",
        "118 people had ticked a box, 194 had not. The list is stopped, the 194 numbers deleted.",
        "How many people blocked or reported the shop. It will stay unknown.",
        "What happened, to how many, which rule it broke, and what was done on this day.",
    ),
    (
        "16 November",
        "A new rule in the shop.",
        "Offers go only to people with a card, and the date of the card stands beside each number.",
        "Whether that is enough for the platform.",
        "Also what keeps it from happening again, and how anybody can tell.",
    ),
    (
        "24 November",
        "Names on the pictures are struck out, and the letter is sent: once, in the app.",
        "What was asked, where and when.",
        "When an answer comes. Nobody can promise which.",
        "All of it, in under 250 words.",
    ),
    (
        "Later",
        "The answer.",
        "It is one of two words: unchanged, or reversed.",
        "Often the reason.",
        "Nothing more. The same letter again moves nothing.",
    ),
)
