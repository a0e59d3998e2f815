"""Every sentence that a draft letter may hold, and the words around it on paper.

A translation changes this file alone. ``{...}`` is filled from the case, and from nothing else.
"""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "number.app": "I ask in the app, with “Request a review”, for a review of the measure against "
    "{account.number}.",
    "number.business support home": "I ask in Business Support Home for a review of the measure "
    "against {account.number}.",
    "number.administrator": "Through an administrator of the portfolio I ask in Business Support "
    "Home for a review of the measure against {account.number}.",
    "channel.app": "I ask in the app, with “Request a review”, for a review of the measure against "
    "the channel {account.name}.",
    "channel.complaint": "With the platform's own complaint I ask for a review of the measure "
    "against the channel {account.name}.",
    "use": "The account is {account.name}: {account.use}",
    "notice": "The notice of {notice.when} says: “{notice.text}”.",
    "rule": "It names this rule: {notice.rule}.",
    "no rule": "It names no rule.",
    "measure": "The measure is this: {measure.kind}. {measure.scope}",
    "measure, brief": "The measure is this: {measure.kind}.",
    "sent": "Sent from {first} to {last}: {what}.",
    "sent once": "Sent on {first}: {what}.",
    "to": "It went to {people} people ({to}), in {messages} messages.",
    "to, a message each": "It went to {people} people ({to}).",
    "to, one message": "It went to {people} people ({to}), in one message.",
    "to, counted, one message": "It went to {to}, in one message.",
    "to, counted": "It went to {to}, in {messages} messages.",
    "to, counted, a message each": "It went to {to}.",
    "consent.all asked": "All of them had asked ({record}).",
    "consent.all asked, brief": "All of them had asked.",
    "consent.some asked": "Not all of them had asked ({record}).",
    "consent.some asked, brief": "Not all of them had asked.",
    "consent.nobody asked": "They had not asked.",
    "consent.unknown": "I do not know who of them had asked.",
    "stops.not honoured": "Somebody said stop and was written to again.",
    "taken over": "{when}: {what}",
    "acknowledge": "The cause is known: {cause.what} It broke this rule: {cause.rule}.",
    "contest": "I know of no rule that I broke.",
    "contest cause": "What happened: {cause.what}",
    "suspected": "I suspect one cause, and do not know it: {cause.what}",
    "unknown": "I do not know the cause.",
    "basis": "This rests on: {cause.basis}",
    "checked": "What I checked: {cause.basis}",
    "stopped": "Stopped on {cause.stopped}: {cause.how}",
    "done": "Changed on {done}: {what} It shows in this: {check}",
    "planned": "Planned, not done yet: {what}",
    "planned, with a check": "Planned, not done yet: {what} Anybody can tell by this: {check}",
    "evidence": "I can show: {what} ({shows}).",
    "evidence, struck": "I can show, with other people's data struck out: {what} ({shows}).",
    "evidence, brief": "I can show: {what}.",
    "evidence, struck, brief": "I can show, with other people's data struck out: {what}.",
}
GAP = "[gap: {help} ({key})]"
STRUCK_NUMBER = "[number struck out]"
STRUCK = "[name struck out]"
UNKNOWN_COUNT = "an unknown number of"
MEASURES: dict[str, str] = {"unknown": "not known"}

LETTER = "Letter"
NOT_YET = (
    "This draft must not be sent yet. The checklist names what comes before it: steps 1 to {last}."
)
NOT_YET_ONE = "This draft must not be sent yet. Step 1 of the checklist comes before it."
GAPS_ONE = "One gap is left. Fill it in the case, or leave the sentence out."
GAPS = "{count} gaps are left. Fill them in the case, or leave their sentences out."
LONG = "The letter has {words} words. Keep to 250: leave out what the request does not need."
SHORT = "The letter has {words} words."
NO_LETTER = "There is no letter to write. Where to ask: {channel}."
STANDS_ON = "What each sentence stands on"
DRAFT_OF = "Draft of {today} for {title}"
READ_ALOUD = "Read it once aloud, and strike out whatever is not exactly true."
NO_WINNING = "No evidence shows that any wording wins."
FICTIONAL = "An invented case: not to be sent."
