"""A card that somebody else can follow: the first line whose fact fits says where to ask."""

from __future__ import annotations

from sendwell.advice import strings
from sendwell.advice.form import Line
from sendwell.appeals import Case
from sendwell.appeals.plan import channel_of, deadline, last_answer
from sendwell.appeals.strings_plan import EUROPEAN_UNION

_PLACES = {
    "app": "app",
    "business support home": "home",
    "administrator": "home",
    "complaint": "complaint",
    "wait": "wait",
    "read": "read",
}


def facts_of(case: Case, today: str) -> tuple[str, ...]:
    """The facts of the card that fit the case on ``today``, as the notebook explains them."""
    answer, due, kind = last_answer(case), deadline(case), case.measure.kind
    account = case.account.kind
    fits = {
        "taken back": answer == "reversed" or kind == "warning",
        "unchanged": answer == "unchanged",
        "requested": answer == "review requested",
        "unknown": kind == "unknown",
        "too late": bool(due) and today > due,
        "platform": account == "business platform",
        "eu channel": account == "channel" and case.place.casefold() in EUROPEAN_UNION,
        "ends": kind == "temporary ban"
        or (kind == "restriction" and case.notice.review_offered == "no"),
        "else": True,
    }
    return tuple(fact for fact, here in fits.items() if here)


def right_place(case: Case, today: str) -> str:
    """Where the request belongs, by the plan: a key of ``strings.PLACES``."""
    return _PLACES.get(channel_of(case, today), "nothing")


def mistake(card: tuple[Line, ...], case: Case, today: str) -> str:
    """What the card gets wrong about the case, in a sentence; "" if it is right."""
    facts, wanted = facts_of(case, today), right_place(case, today)
    chosen = next(line for line in card if line.fact in facts)
    if chosen.place == wanted:
        return ""
    told = [fact for fact in facts if fact != "else"] or ["else"]
    return strings.CARD_CASE.format(
        told=strings.CARD_JOIN.join(strings.CARD_TOLD[fact] for fact in told),
        line=chosen.number,
        fact=strings.FACTS[chosen.fact][0],
        place=strings.PLACES[chosen.place][0],
        wanted=strings.PLACES[wanted][0],
        why=strings.CARD_BECAUSE[_deciding(facts)],
    )


def _deciding(facts: tuple[str, ...]) -> str:
    """The fact that decides: they are listed in an order that is right."""
    return facts[0]
