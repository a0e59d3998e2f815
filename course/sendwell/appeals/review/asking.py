"""Criteria 1 to 5, 7 and 13: where and what is asked, about which measure."""

from __future__ import annotations

import re

from sendwell.appeals import strings_letter, strings_plan
from sendwell.appeals.plan import deadline
from sendwell.appeals.review import cues
from sendwell.appeals.review.desk import Desk, finding
from sendwell.appeals.review.invented import is_own
from sendwell.appeals.review.model import Finding, Span

_PLACES = {
    "app": cues.IN_APP,
    "business support home": cues.SUPPORT_HOME,
    "administrator": cues.SUPPORT_HOME,
    "complaint": cues.COMPLAINT,
}


def place(desk: Desk) -> Finding:
    """1: the one right place, and no other."""
    told = {"channel": strings_plan.CHANNELS[desk.channel]}
    if desk.channel not in _PLACES:
        return finding(1, "missed", "nothing open", told=told)
    right = [one for one in desk.found(_PLACES[desk.channel], quotes=True) if _asked(desk, one)]
    wrong = desk.found(cues.ELSEWHERE, denied=False)
    for cue in _PLACES.values():
        if cue is not _PLACES[desk.channel] and not right:
            wrong += desk.found(cue, quotes=True, denied=False)
    if wrong:
        return finding(1, "missed", "wrong place", wrong, told=told)
    if not right:
        return finding(1, "look", "no place", told=told)
    if desk.channel == "administrator":
        return _by_administrator(desk, right, told)
    return finding(1, "met", "place", right, told=told)


def _asked(desk: Desk, span: Span) -> bool:
    """Whether a place is where something is asked, not where a notice or picture comes from."""
    sentence = desk.letter.sentence_of(span)
    shown = cues.SEEN.search(desk.letter.text[sentence.start : span.start])
    return desk.has(sentence, cues.ASKS) and not shown


def _by_administrator(desk: Desk, right: list[Span], told: dict[str, str]) -> Finding:
    named = desk.found(cues.ADMINISTRATOR)
    own = desk.found(
        re.compile(r"\b(?:we ourselves|noi stessi|benché|although we are not)\b", re.IGNORECASE)
    )
    if own:
        return finding(1, "missed", "wrong place", own, told=told)
    if not named:
        return finding(1, "look", "no place", right, told=told)
    return finding(1, "met", "place", [*right, *named], told=told)


def number(desk: Desk) -> Finding:
    """2: the number of the account in E.164, alone; of a channel without one, its name."""
    account = desk.held.case.account
    own = [one for one in desk.letter.phones if is_own(desk.letter.part(one), desk.held)]
    others = [one for one in desk.letter.phones if one not in own and not desk.is_of_other(one)]
    told = {"number": account.number, "name": account.name}
    if others:
        return finding(2, "missed", "other number" if own else "no number", others, told=told)
    if not account.number:
        at = desk.letter.text.casefold().find(account.name.casefold())
        if at < 0:
            return finding(2, "missed", "no channel name", told=told)
        return finding(2, "met", "channel name", [Span(at, at + len(account.name))], told=told)
    if not own:
        return finding(2, "missed", "no number", told=told)
    return finding(2, "met", "number", own, told=told)


def notice(desk: Desk) -> Finding:
    """3: the notice word for word, and its day."""
    said = desk.held.case.notice
    told = {"text": said.text, "when": said.when}
    words = re.findall(r"\w+", said.text)
    if not words:
        return finding(3, "look", "no words", told=told)
    gap = r"[\W_]+"
    found = re.search(rf"\b{gap.join(map(re.escape, words))}\b", desk.letter.text, re.IGNORECASE)
    if found is None:
        return finding(3, "missed", "no notice", told=told)
    span = Span(*found.span())
    days = [
        one.span
        for one in desk.letter.days
        if one.day is not None and desk.held.is_day(one, said.when)
    ]
    if not days:
        return finding(3, "missed", "notice no day", [span], told=told)
    return finding(
        3, "met", "notice", [span, min(days, key=lambda one: abs(one.start - span.start))]
    )


def measure(desk: Desk) -> Finding:
    """4: the kind of measure that the case holds, and no other kind instead."""
    kind = desk.held.case.measure.kind
    told = {"kind": strings_letter.MEASURES.get(kind, kind)}
    if kind not in cues.MEASURES:
        return finding(4, "look", "no measure", told=told)
    outside = {one: desk.found(cue) for one, cue in cues.MEASURES.items()}
    quoted = desk.found(cues.MEASURES[kind], quotes=True)
    right = outside[kind]
    if kind == "ban" and outside["temporary ban"]:
        return finding(4, "missed", "wrong measure", outside["temporary ban"], told=told)
    if right:
        return finding(4, "met", "measure", right, told=told)
    wrong = [span for one, spans in outside.items() if one != kind for span in spans]
    if kind == "ban" and desk.letter.language == "it":
        wrong = [one for one in wrong if one not in outside["lock"]]
    if wrong and not quoted:
        return finding(4, "missed", "wrong measure", wrong, told=told)
    vague = desk.found(cues.VAGUE_MEASURE)
    if quoted:
        return finding(4, "met", "measure", quoted, told=told)
    if vague:
        return finding(4, "look", "vague measure", vague, told=told)
    return finding(4, "missed", "no measure", told=told)


def in_time(desk: Desk) -> Finding:
    """5: within the period of the case."""
    due = deadline(desk.held.case)
    account = desk.held.case.account.kind
    if not due:
        if account == "business platform":
            return finding(5, "look", "no day known")
        return finding(5, "met", "no period")
    late = bool(desk.held.today) and desk.held.today[:10] > due
    return finding(
        5, "missed" if late else "met", "too late" if late else "in time", told={"due": due}
    )


def rule(desk: Desk) -> Finding:
    """7: the rule of the case by its name, or that the notice names none."""
    own = " ".join(desk.held.rules).casefold()
    own += " " + desk.held.case.notice.text.casefold()
    wrong = desk.spans_of("rule")
    right = [
        span for name, cue in cues.RULES if name in own for span in desk.found(cue, quotes=True)
    ]
    for name in desk.held.rules:
        right += desk.found(re.compile(re.escape(name), re.IGNORECASE), quotes=True)
    told = {"rule": desk.held.rules[0] if desk.held.rules else ""}
    if wrong and not right:
        return finding(7, "missed", "wrong rule", wrong, told=told)
    if right:
        return finding(7, "met", "rule", right, told=told)
    none = desk.found(cues.NO_RULE)
    none = [one for one in none if not desk.has(_around(desk, one), _BREACH)]
    if none and not desk.held.case.notice.rule:
        return finding(7, "met", "says no rule", none)
    return finding(7, "missed", "no rule")


_BREACH = re.compile(
    r"\b(?:broke|broken|break|violat\w+|breach\w*|infrant\w+|risulta)\b", re.IGNORECASE
)


def _around(desk: Desk, span: Span) -> Span:
    """The clause that a passage stands in."""
    sentence = desk.letter.sentence_of(span)
    cut = re.search(r"[,;:]", desk.letter.text[span.end : sentence.end])
    return Span(
        max(sentence.start, span.start - 25), span.end + cut.start() if cut else sentence.end
    )


def request(desk: Desk) -> Finding:
    """13: one thing is asked for, in so many words."""
    found = desk.found(cues.REQUEST)
    title = [one for one in found if _is_button(desk, one)]
    found = [one for one in found if one not in title]
    if found:
        return finding(13, "met", "request", found[-2:])
    return finding(13, "missed", "no request")


def _is_button(desk: Desk, span: Span) -> bool:
    """Whether "Request a review" is the button's name and nothing is asked."""
    words = desk.letter.part(span)
    before = desk.letter.text[max(0, span.start - 12) : span.start].casefold()
    named = re.fullmatch(r"Request (?:a |for (?:a )?)?review", words) is not None
    return named and bool(re.search(r"\b(?:with|using|use|via|through|under|pressed)\W+$", before))
