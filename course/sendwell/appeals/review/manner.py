"""Criteria 14 to 16: length and tone, no way round, its own words and nothing invented."""

from __future__ import annotations

from sendwell.appeals.letter import MOST_WORDS
from sendwell.appeals.review import cues
from sendwell.appeals.review.desk import INVENTED, Desk, finding
from sendwell.appeals.review.invented import STOCK_SENTENCES, is_own
from sendwell.appeals.review.model import Finding, Span


def manner(desk: Desk) -> Finding:
    """14: at most 250 words, polite, no threat, no law that does not apply."""
    told = {"words": desk.letter.words, "most": MOST_WORDS}
    rude = [*desk.found(cues.THREAT, denied=False), *desk.found(cues.INSULT)]
    rude = [one for one in rude if not _spoken(desk, one)] + desk.found(cues.SHOUTING)
    if rude:
        return finding(14, "missed", "rude", rude, told=told)
    laws = desk.spans_of("law")
    if laws:
        return finding(14, "missed", "law", laws, told=told)
    if desk.letter.words > MOST_WORDS:
        return finding(14, "missed", "long", told=told)
    return finding(14, "met", "manner", told=told)


def evasion(desk: Desk) -> Finding:
    """15: no other number, account or wording to get round the measure."""
    found = [
        one for one in desk.found(cues.EVASION) if not desk.denied(one) and not _spoken(desk, one)
    ]
    if found:
        return finding(15, "missed", "evasion", found)
    return finding(15, "met", "no evasion")


def _spoken(desk: Desk, span: Span) -> bool:
    """Whether the passage stands in the case itself, which only tells it."""
    return desk.letter.part(span).casefold() in desk.held.text


def own_words(desk: Desk) -> Finding:
    """16: no template, no blank, and nothing that the case does not hold."""
    blanks = desk.found(cues.BLANK, quotes=True)
    if blanks:
        return finding(16, "missed", "blanks", blanks)
    stock = desk.found(cues.STOCK)
    if len(stock) >= STOCK_SENTENCES:
        return finding(16, "missed", "template", stock)
    invented = [one.span for one in desk.flags if one.kind in INVENTED]
    phones = [one for one in desk.letter.phones if not is_own(desk.letter.part(one), desk.held)]
    invented += [one for one in phones if not desk.is_own_tail(one) and not desk.is_of_other(one)]
    if invented:
        return finding(16, "missed", "invented", invented)
    return finding(16, "met", "own words")
