"""Every sentence that the shop says to a learner, and every word that a learner may type.

A translation changes this file alone: the words to type are values here, and the code knows them
by their keys.
"""

from __future__ import annotations

# --- the form of twelve situations ------------------------------------------------------------

#: The units of a wait, in milliseconds, by every word that stands for one.
UNITS = {
    **dict.fromkeys(("s", "sec", "secs", "second", "seconds"), 1_000),
    **dict.fromkeys(("m", "min", "mins", "minute", "minutes"), 60_000),
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours"), 3_600_000),
}
SEND = frozenset({"send", "send it", "send now", "yes send"})
NEVER = frozenset(
    {"do not send", "do not send it", "dont send", "don't send", "not send", "never send"}
)
WAIT = "wait"
FORMS = "Write one of the three forms: send, wait 6 s (or min, or h), do not send."
FORM_BLANK = "Line {number} has no answer yet."
FORM_MISSING = (
    "There is no line that begins with {number}. Each line keeps its number and a full stop, "
    'for example "{number}. {example}".'
)
FORM_EXAMPLE = "send"
FORM_UNNUMBERED = 'This line has no number: "{line}".'
FORM_TWICE = "Line {number} is there {times} times. Keep one of them, and delete the others."
FORM_UNREADABLE = 'Line {number} says "{text}". {forms}'
FORM_WAIT_WHAT = 'Line {number} says "{text}". Write how long, for example "{number}. wait 6 s".'
FORM_TWO_ANSWERS = 'Line {number} says "{text}". Keep one answer. {forms}'
FORM_NOT_TEXT = (
    "{name} is no longer a text between three quotation marks. Copy the blank form, which "
    "is folded away under the cell, over what is in the cell, and fill it in again."
)

# --- the form of refusals ---------------------------------------------------------------------

#: What to do, and who is held back: each by every way to write it.
ACTIONS = {
    "retry": frozenset({"retry", "try again", "try it again", "repeat"}),
    "wait": frozenset({"wait", "wait a day", "wait one day"}),
    "stop": frozenset({"stop", "do not retry", "do not send", "never", "give up"}),
}
SCOPES = {
    "person": frozenset(
        {"this person", "this one person", "that person", "the person", "person", "mia", "her"}
    ),
    "country": frozenset(
        {"this country", "that country", "the country", "country", "her country"}
        | {f"everyone in {which} country" for which in ("this", "that", "the", "her")}
    ),
    "everyone": frozenset({"everyone", "everybody", "all", "every person", "all people"}),
}
ACTION_NAMES = {"retry": "retry", "wait": "wait", "stop": "stop"}
SCOPE_NAMES = {"person": "this person", "country": "this country", "everyone": "everyone"}
#: Words between the two halves that say nothing.
JOINS = ("for", "with", "writing to", "to", "and")
REFUSAL_FORMS = (
    "Write what to do (retry, wait or stop), a comma, and who is held back (this person, "
    'this country or everyone), for example "{number}. {example}".'
)
UNITS_TO_A_DAY = {**UNITS, **dict.fromkeys(("d", "day", "days"), 86_400_000)}
REFUSAL_SHORT = (
    'Line {number} says "{text}". In this form, wait means a day or more. For seconds or minutes, '
    "write retry."
)
REFUSAL_EXAMPLE = "stop, this country"
REFUSAL_HALF = "What to do is right. Look again at who is held back."
REFUSAL_UNREADABLE = 'Line {number} says "{text}". {forms}'
REFUSAL_NO_SCOPE = 'Line {number} says "{text}". For whom? {forms}'
REFUSAL_NO_ACTION = 'Line {number} says "{text}". What is to be done? {forms}'
REFUSAL_SEVERAL = 'Line {number} says "{text}". Keep one answer. {forms}'

# --- the policy -------------------------------------------------------------------------------

AUDIENCES = {
    "asked": "people who asked",
    "customers": "all customers",
    "everyone": "everyone on the list",
}
COUNTS = {"moving": "the last 24 hours", "calendar": "the calendar day"}
PLACES = {"customer": "where the customer is", "shop": "where the shop is"}
STOPS = {
    "at once": "at once",
    "next offer": "from the next offer on",
    "never": "at the end of the week",
}
ANSWERS = {"before": "before the offers", "in turn": "in turn", "after": "after the offers"}

POLICY_UNDEFINED = "{name} is not there. Run the cell with the policy; keep all nine names."
POLICY_BLANK = "{name} is still blank."
POLICY_CHOICE = "{name} is {value}. Choose one of: {choices}."
POLICY_NUMBER = "{name} is {value}. Write a whole number, {least} or more, for example {example}."
POLICY_COMMA = "{name} is two numbers for Python. Write a thousand as 1000, without a comma."
POLICY_CLOCK = '{name} is {value}. Write a time of day with two dots, for example "21:00".'
POLICY_SAME = (
    "quiet_from and quiet_until are the same time, so it is not clear whether it is always quiet "
    "or never. Make them different."
)

# --- the week ---------------------------------------------------------------------------------

OFFERS = ("the new teas", "the sale")
SHOP_NAME = "Kettle & Fern"
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
MOMENT = "{day} at {clock}"
MOMENT_THERE = "{day} at {clock} ({there} in Perth)"
REFUSALS = {
    "people": "too many people in 24 hours",
    "pair": "too fast for one person",
    "closed": "service window closed",
}
CAPTION = "What happened in the week. Days are London days."
COLUMNS = (
    "Day",
    "Offers sent",
    "Answer messages sent",
    "Slowest full answer",
    "Offers waiting at midnight",
    "Refused by the platform",
    "Offers to people who never asked",
    "Offers after a stop",
    "Offers at night",
)
TOTAL = "Week"
NONE = "none"
NO_QUESTION = "no question"
UNANSWERED = "{count} not answered"
MINUTES = "{minutes} min"
HOURS = "{hours} h"
DAY_LINE = (
    "{day}: {offers} offers sent, {answers} answer messages; slowest full answer: {slowest}; "
    "offers waiting at midnight: {waiting}; refused: {refused}; to people who never asked: "
    "{unasked}; after a stop: {stopped}; at night: {night}."
)
OUT_ALL = "All {due} people who asked, and did not say stop, got both offers by {deadline}."
OUT_SOME = (
    "{got} of the {due} people who asked, and did not say stop, got both offers by {deadline}."
)
GAP = "The quickest two messages to one person were {gap} s apart."
GAP_NONE = "Nobody got two messages."
WEEK_TITLE = "Five days at {shop}"
UNFINISHED_TITLE = "The week cannot start yet"
UNFINISHED_NEXT = "Change the cell with the policy, run it, then run this cell again."
