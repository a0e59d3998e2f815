"""Every word about the fields of a case, and every sentence about a wrong one.

A translation changes this file alone. The keys are "part.field".
"""

from __future__ import annotations

#: What a field holds: the comment beside it in the file, and the help beside its question.
FIELDS: dict[str, str] = {
    "title": "A few words by which you recognise the case.",
    "fictional": "Is this an invented case?",
    "place": "The country in which the account is used.",
    "account": "The account.",
    "account.kind": "Which kind of account it is.",
    "account.number": "The one phone number, with its country code.",
    "account.name": "The name that the account shows to others.",
    "account.use": "What the account is used for, in one sentence.",
    "account.admin": "Business platform only: do you administer the business portfolio?",
    "account.provider": "Business platform only: the partner through whom you use it.",
    "notice": "What the platform said.",
    "notice.text": "The notice, word for word, as it stands on the screen.",
    "notice.when": "When you first saw it.",
    "notice.where": "Where you saw it.",
    "notice.rule": "The rule that the notice itself names.",
    "notice.review_offered": "Does that place offer to request a review?",
    "measure": "What was done to the account.",
    "measure.kind": "What kind of measure it is.",
    "measure.scope": "What no longer works, in one sentence.",
    "measure.until": "When it ends, if a timer or the notice says so.",
    "history": "What happened before and since: earlier measures, requests, answers.",
    "history.when": "When it happened.",
    "history.kind": "What kind of event it was.",
    "history.what": "What happened, in one sentence.",
    "sent": "What was sent to whom: one entry for each reason to write.",
    "sent.first": "The first day on which it was sent.",
    "sent.last": "The last day on which it was sent.",
    "sent.what": "What it was about.",
    "sent.to": "Who got it.",
    "sent.source": "Where their numbers came from.",
    "sent.people": "How many people got it.",
    "sent.messages": "How many messages that were.",
    "sent.consent": "How many of them had asked for it.",
    "sent.record": "Where it is written down that they had asked.",
    "sent.stops": "What happened when somebody said stop.",
    "sent.tool": "With what it was sent.",
    "app": "The app and the devices.",
    "app.kind": "Is it an official app?",
    "app.name": "The name of the app.",
    "app.version": "Its version.",
    "app.source": "Where it was installed from.",
    "app.automation": "What else had access: extensions, senders, other services.",
    "app.devices": "The devices on which the account is used.",
    "app.control": "Who can use the account.",
    "evidence": "What you have at hand that shows a fact.",
    "evidence.kind": "What kind of evidence it is.",
    "evidence.what": "What it is.",
    "evidence.when": "From when it is.",
    "evidence.shows": "Which fact it shows.",
    "evidence.others": "What it holds of other people: names, numbers, messages, codes.",
    "evidence.struck": "Is that struck out in the copy that would be sent?",
    "cause": "What led to it, as far as you know.",
    "cause.sure": "How sure you are of the cause.",
    "cause.what": "The cause, in one sentence.",
    "cause.basis": "What that rests on.",
    "cause.broke_rule": "Was a rule broken? Your honest answer.",
    "cause.rule": "Which rule, by its name.",
    "cause.stopped": "When the cause was stopped.",
    "cause.how": "How it was stopped.",
    "remedies": "What keeps it from happening again.",
    "remedies.what": "What was changed, or will be.",
    "remedies.done": "When it was done; empty if it is only planned.",
    "remedies.check": "How anybody can tell that it works.",
    "others": "Names of other people in the evidence, to be struck out.",
    "unknown": "The questions that nobody can answer yet, as sentences.",
}
#: What a question adds, and a comment in the file; a gap in a letter leaves it out.
MORE: dict[str, str] = {
    "account.number": "Like this: +447700900123.",
    "notice.when": "Like this: 2026-11-14 09:12.",
    "notice.rule": "Leave it empty if it names none.",
    "history.when": "Like this: 2026-11-14, or 2026-11 if you know no more.",
    "sent.first": "Like this: 2026-11-13.",
    "sent.last": "Like this: 2026-11-13.",
    "sent.record": "Like this: 118 paper cards with a tick. If nowhere, write: nowhere.",
    "app.automation": "Leave it empty if nothing had.",
    "evidence.when": "Like this: 2026-11-14, or 2026-11 if you know no more.",
    "evidence.others": "Leave it empty if it holds nothing of them.",
    "evidence.struck": "Yes only when it is done. No if there is nothing to strike out.",
    "cause.what": "Leave it empty if you do not know it.",
    "cause.basis": "If you do not know the cause: what you have looked at to find it.",
    "cause.rule": "Leave it empty if none was broken, or you do not know.",
    "cause.stopped": "Like this: 2026-11-15. Leave it empty if it goes on, or you do not know.",
    "remedies.done": "Like this: 2026-11-15.",
}
#: What a choice means, where its words do not say it; the words themselves stand in the file.
MEANS: dict[str, dict[str, str]] = {
    "account.kind": {
        "personal": "the app WhatsApp",
        "business app": "the app WhatsApp Business",
        "business platform": "with a business portfolio",
        "channel": "a WhatsApp Channel",
    },
    "notice.where": {
        "app": "on the phone, in WhatsApp",
        "business support home": "a page of Meta's for businesses",
        "nowhere": "there was no notice",
    },
    "measure.kind": {
        "warning": "a message, and all still works",
        "temporary ban": "a timer counts down",
        "restriction": "some things do not work for a time",
        "lock": "a business account waits for an appeal",
        "ban": "the account may not use WhatsApp",
        "disabled": "a business account, for good",
    },
    "history.kind": {
        "measure": "a warning, a restriction, a ban",
        "lifted": "a measure that has ended",
        "review requested": "you asked for a review",
        "unchanged": "the answer: the decision stands",
        "reversed": "the answer: the account is back",
        "taken over": "somebody else got in",
    },
    "sent.stops": {
        "honoured": "nobody was written to again",
        "not honoured": "somebody was written to again",
    },
    "sent.tool": {
        "platform": "the business platform",
        "automation": "a program, a sender, an extension",
    },
    "app.kind": {
        "official": "from WhatsApp",
        "unofficial": "a changed one, or from somebody else",
    },
    "app.control": {
        "owner alone": "nobody else can get in",
        "shared": "others use it, too",
        "taken over": "somebody else has it",
    },
    "evidence.kind": {
        "notice": "what the platform said",
        "consent": "who had asked for messages",
        "messages": "what was sent",
        "account": "that the account is yours",
        "business": "that the business exists",
        "device": "which phone, which app",
    },
    "cause.sure": {
        "known": "something shows it",
        "suspected": "you think so",
    },
}
CHOICE = "{choice}: {means}"

HEAD = (
    'A case for an appeal. Write what you know, and leave "" where you do not know.\n'
    'An unknown number of people or messages is "unknown".\n'
    "No codes, no passwords, no identity documents belong into this file."
)
TRUE_OR_FALSE = "true or false"
ONE_OF = "one of: {choices}"
UNKNOWN = "unknown"
EMPTY = "(empty)"

# --- what is wrong with a file ------------------------------------------------------------------

NOT_TOML = "The file cannot be read as TOML: {reason}. Compare it with one of the sample cases."
NOT_TEXT = "The file is no text in UTF-8. Save it as plain text, UTF-8."
MISSING = "{place} is missing: {help}"
UNKNOWN_FIELD = "{place} is no field of a case. Fields there are: {known}."
NOT_IN = "{place} is {value}. Write one of: {choices}."
NOT_WORDS = '{place} is {value}. Write words between quotation marks, or "" if there are none.'
NOT_COUNT = '{place} is {value}. Write a whole number, 0 or more, or "unknown".'
NOT_BOOL = "{place} is {value}. Write true or false, without quotation marks."
NOT_LIST = '{place} is {value}. Write a list: ["one", "two"], or [] if there is none.'
NOT_TABLE = "{place} is {value}. Write a part that begins with the line [{place}]."
NOT_TABLES = (
    "{place} is {value}. Write parts that begin with the line [[{place}]], or {place} = []."
)
NOT_DAY = "{place} is {value}. Write a day such as 2026-11-14, or 2026-11 if you know no more."
NOT_EXACT_DAY = "{place} is {value}. Write the day, if you can with its time: 2026-11-14 09:12."
NOT_NUMBER = (
    "{place} is {value}. Write one phone number with its country code and no spaces: +447700900123."
)
NO_ADMIN = '{place} is {value}, but the account is no "business platform": leave it "".'
NEEDS_ADMIN = (
    '{place} is "", but the account is on the business platform: write yes, no or unknown.'
)
ORDER = "{place} is {value}, which is before the first day, {first}."
SEVERAL = "The case file {name} has to be mended in {count} places:"
ONE = "The case file {name} has to be mended in one place:"
NAMELESS = "as given"
