"""Every sentence that the forms of m04's decide notebook say, and every word one may type."""

from __future__ import annotations

# --- would you report it, and why -------------------------------------------------------------

#: Each by every way to write it; the first is how it is shown.
VERDICTS = {
    "report": ("report", "report it", "yes", "i report it"),
    "leave": (
        "leave",
        "leave it",
        "do not report",
        "don't report",
        "no",
        "not report",
        "no report",
    ),
}
WHYS = {
    "unasked": ("unasked", "not asked", "unasked offer", "not asked for", "spam", "uninvited"),
    "lie": ("lie", "a lie", "it lies", "lies", "lying", "scam", "a scam", "fraud"),
    "hurt": ("hurt", "it hurts", "to hurt", "threat", "a threat", "abuse"),
    "known": ("known", "i know", "asked", "i asked", "between us", "known sender"),
    "unsure": ("unsure", "not sure", "i am unsure", "cannot tell", "can't tell", "ask first"),
}
EXAMPLE = "report, unasked"
SHOWN = "{verdict}, {why}"
FORMS = (
    "Write report or leave, a comma, and why: unasked, lie, hurt, known or unsure, for example "
    '"{number}. report, unasked".'
)
UNREADABLE = 'Line {number} says "{text}". {forms}'
MEANT = 'Line {number} says "{text}". Did you mean "{meant}"? {forms}'
NO_VERDICT = 'Line {number} says "{text}". Do you report it? {forms}'
NO_WHY = 'Line {number} says "{text}". Why? {forms}'
#: What each reason means, for whoever took another one for it.
WHY_IS = {
    "unasked": "Unasked means: an offer that you did not ask for, or no longer ask for.",
    "lie": "A lie here is one that wants something: money, a code, an account, details.",
    "hurt": "Hurt means: it is there to frighten or to shame you.",
    "known": "Known means: you asked for it, or it is about something that runs between you.",
    "unsure": "Unsure means: the words do not tell, so you ask on a way that you know.",
}
HALF = "{verdict} is right. Look again at why."

# --- three words ------------------------------------------------------------------------------

WORDS_NONE = 'Write one word or more, each between marks: measure_words("free", "win").'
WORDS_TOGETHER = (
    '"{word}" is looked for as it stands, with its space. For words by themselves, write each '
    "between marks of its own, with a comma between."
)
WORDS_LANGUAGE = 'language must be "en" or "it"; it is {language}.'
WORDS_TITLE = "Flag a message if it has one of these words: {words}"
WORDS_HEAD = ("messages", "flagged", "let through", "all")
WORDS_ROWS = ("unwanted", "honest", "all")
WORDS_ALARMS = "Honest, and flagged"
WORDS_MISSED = "Unwanted, and let through"
WORDS_NO_EXAMPLE = "none"

# --- a draft ----------------------------------------------------------------------------------

TEXT_BLANK = "my_message is still blank."
TO_FORMS = (
    'Write "everyone on the list", "people who asked" or "people who asked, without those who '
    'said stop".'
)
TO = {
    "everyone": ("everyone on the list", "everyone", "everybody on the list", "everybody", "all"),
    "asked": ("people who asked", "those who asked", "people that asked"),
    "without": (
        "people who asked, without those who said stop",
        "people who asked without those who said stop",
        "those who asked, without those who said stop",
        "people who asked, and have not said stop",
        "people who asked and have not said stop",
        "people who asked, without stop",
        "people who asked without stop",
    ),
}
TO_BLANK = "goes_to is still blank."
TO_UNREADABLE = "goes_to is {value}. {forms}"
ATTACHMENT_BLANK = "attachment is still blank."
ATTACHMENT_NONE = ("none", "no", "nothing", "")
LOOK_NONE = "Nothing found. Whether people want it, no list can know: ask some of them."
LOOK_TITLE = "What to look at"
LOOK_NOT_TEXT = "message and sender are texts between marks; asked is True or False."
