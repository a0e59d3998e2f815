"""Every sentence of a plan. A translation changes this file alone; the keys are the steps' ids."""

from __future__ import annotations

#: step -> what to do
DO: dict[str, str] = {
    "danger": "Tell the police, and your bank if money is involved: somebody else uses "
    "the account.",
    "secure": "Find out who can use the account. Log out every device and service that you do not "
    "know, and give nobody a code.",
    "keep": "Take a picture of the whole notice, and keep chats, lists and backups as they are.",
    "read": "Open the official app, or Business Support Home, with your own account, and copy the "
    "notice word for word, with day and time.",
    "official app": "Change to the official app from the official store, with the same number.",
    "stop": "Stop everything that goes out: offers, lists, automatic messages, extensions.",
    "clear up": "Clear up what does not fit together in the case: {conflicts}",
    "find": "Look for the cause: compare who was written to with who had asked, day by day. If you "
    "do not find it, the case says so.",
    "mend": "Change one thing that keeps it from happening again, and write down when, and how "
    "anybody can tell.",
    "strike": "Strike out other people's data in: {unstruck}.",
    "no codes": "Leave out altogether: {coded}. Codes and identity papers are never sent.",
    "ask app": "Request a review in the app, once, for {number}.",
    "ask support home": "Request the review in Business Support Home, once: account, violation, "
    "Request review.",
    "ask administrator": "Ask an administrator of the business portfolio to request the review. "
    "Nobody else can.",
    "ask complaint": "File the platform's own complaint about the measure against the channel, "
    "once.",
    "wait timer": "Wait until the timer ends{until}. There is nothing to request.",
    "wait answer": "Wait for the answer to the request of {requested}. Do not send another.",
    "nothing to ask": "There is nothing to appeal. Act on the cause.",
    "plan again": "Make this plan again when you have the notice.",
    "closed": "Do not send the same request again. Write once more only if you have a fact that "
    "the request of before did not have.",
    "too late": "The period for a request ended on {due}. Ask your provider or a lawyer what is "
    "left.",
    "who": "Agree who may send in the account's name, and write it down.",
    "customers": "Tell your customers through other channels, and keep an order book from what "
    "you have.",
    "lawyer": "Ask a lawyer what your contract and the law of your country give you.",
    "authority": "Ask the data protection authority of your country, if personal data was taken or "
    "your own is kept from you.",
    "answer": "Look for the answer where you asked. Unchanged means: the decision stands, and the "
    "same request will not move it. Reversed means: begin again slowly.",
    "return": "Before you write to anybody again: only people who asked, their yes written down, "
    "every stop honoured the same day.",
}

#: step -> why
WHY: dict[str, str] = {
    "danger": "A stolen account is a crime, and what the thief sent is not yours to confess.",
    "secure": "While somebody else can send, no cause is stopped.",
    "keep": "The notice is the one certain fact, and screens change.",
    "read": "The kind of measure decides the path. Without its words you would be guessing.",
    "official app": "An unofficial app is itself a cause, and whoever keeps it risks a permanent "
    "ban.",
    "stop": "A request while the cause goes on describes a promise, not a fact.",
    "clear up": "A letter that says two things at once convinces nobody, and one of them is "
    "untrue.",
    "find": 'Only a known cause can be mended. An honest "I do not know" is better than a guess.',
    "mend": "What is done can be checked; what is promised cannot.",
    "strike": "They did not agree to be shown, and the request does not need them.",
    "no codes": "Whoever has a code has the account. No support needs it.",
    "ask app": "That is the one place for an app account; one request covers one number, and more "
    "make nothing faster.",
    "ask support home": "That is the one place for an account on the business platform, and it is "
    "open for a limited time.",
    "ask administrator": "A third party can neither request a review nor see its state.",
    "ask complaint": "For a public channel in the European Union there is a right to complain, "
    "free "
    "of charge, for a limited time. It does not cover private messages.",
    "wait timer": "A temporary ban ends by itself if its cause has stopped; if it has not, a "
    "permanent one may follow.",
    "wait answer": "More than one request makes nothing faster.",
    "nothing to ask": "A warning, or a measure that was taken back, leaves nothing to review.",
    "plan again": "The right place depends on the kind of measure.",
    "closed": "The decision stands. Repeating a request does not change it, and a new account "
    "would "
    "be evasion.",
    "too late": "A request on the business platform has a period.",
    "who": "With several hands on one account nobody can say what was sent.",
    "customers": "They wait for answers, and nobody should fall for a false account in your name.",
    "lawyer": "The platform's review is not the law's. Which rights a business has here is "
    "disputed.",
    "authority": "Personal data has a law and an authority of its own. It does not give accounts "
    "back.",
    "answer": "Nobody outside WhatsApp can promise an outcome.",
    "return": "The rule is to write only to people who asked, and to stop when they say so.",
}

#: What is never part of a plan, with the reason.
NEVER: tuple[str, ...] = (
    "No new number, card or account to get round the measure: that is evasion.",
    "No rewording of the same offer to slip through a filter.",
    "No untruth: no invented cause, no consent written afterwards.",
    "No confession of what did not happen.",
    "No code, password or identity paper to anybody.",
    "No paid recovery: nobody outside WhatsApp can promise an outcome.",
)

NO_PROMISE = "Nobody outside WhatsApp can promise that the account comes back."
REQUESTS: dict[str, str] = {
    "app": "Please review the measure against this number.",
    "business support home": "Please review the measure against this account.",
    "administrator": "Please review the measure against this account.",
    "complaint": "Please review the measure against this channel, by a person.",
}
AT_ONCE = "at once"
BEFORE_WRITING = "before writing"
UNTIL = ", on {until}"
JOIN = "; "

#: Why a case that says "no rule was broken" cannot be right as it stands.
CONFLICTS: dict[str, str] = {
    "consent": "it says that no rule was broken, and that not everybody had asked ({what})",
    "stops": "it says that no rule was broken, and that a stop was not honoured ({what})",
    "app": "it says that no rule was broken, and that the app is unofficial",
    "stopped early": "the cause was stopped on {stopped}, but messages went out until {last}",
    "no cause": "it says that the cause is known, and does not name it",
}

#: Countries of the European Union, as a case may name them.
EUROPEAN_UNION = frozenset(
    {
        "austria",
        "belgium",
        "bulgaria",
        "croatia",
        "cyprus",
        "czechia",
        "denmark",
        "estonia",
        "finland",
        "france",
        "germany",
        "greece",
        "hungary",
        "ireland",
        "italy",
        "latvia",
        "lithuania",
        "luxembourg",
        "malta",
        "netherlands",
        "poland",
        "portugal",
        "romania",
        "slovakia",
        "slovenia",
        "spain",
        "sweden",
    }
)

TITLE = "Plan: {title}"
PLAN_FOR = "Made for {today}. {promise}"
STEPS = "Steps"
DUE = "By: {due}."
SOURCE = "Source: {source}."
OWN = "Source: this course's own advice."
CHANNEL = "Where to ask: {channel}."
STANCE = "What the letter says about the cause: {stance}."
NEVER_HEAD = "Never"
CHANNELS: dict[str, str] = {
    "app": "in the app, Request a review",
    "business support home": "Business Support Home",
    "administrator": "through an administrator of the portfolio",
    "complaint": "the platform's complaint for channels",
    "wait": "nowhere: wait",
    "read": "not known before the notice is read",
    "nothing": "nowhere: there is nothing to appeal",
    "closed": "nowhere: the answer has been given",
    "too late": "nowhere on the platform: the period is over",
}
STANCES: dict[str, str] = {
    "acknowledge": "it names the mistake that was made",
    "contest": "it says that no rule was broken, and on what that rests",
    "unknown": "it says that the cause is not known",
}
