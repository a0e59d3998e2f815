"""Criteria 6, 8 and 9: what was done, what the letter says about it, and what it looked for."""

from __future__ import annotations

import re

from sendwell.appeals.review import cues
from sendwell.appeals.review.desk import Desk, finding
from sendwell.appeals.review.invented import false_consent
from sendwell.appeals.review.model import Finding, Span
from sendwell.appeals.review.reading import inside


def activity(desk: Desk) -> Finding:
    """6: what was sent, with a day and a count of the case."""
    sent = desk.held.case.sent
    if not sent:
        return finding(6, "look", "activity nothing held")
    told = [one for one in desk.sentences(cues.SENDING) if not desk.has(one, cues.PROMISE)]
    if not told:
        return finding(6, "missed", "no activity")
    invented = [span for one in told for span in desk.flagged(one)]
    invented += false_consent(desk.letter, desk.held)
    if invented:
        return finding(6, "missed", "activity invented", invented)
    days = [day.span for one in told for day in desk.days_in(one) if _of_sending(desk, day.span)]
    if not days:
        return finding(6, "missed", "activity no day", told)
    counts = {count for one in sent for count in (one.people, one.messages) if count}
    named = [number.span for number in desk.letter.numbers if number.value in counts]
    if any(count > 1 for count in counts) and not named:
        return finding(6, "missed", "activity no count", [*told, *days])
    return finding(6, "met", "activity", [*days, *named])


def _of_sending(desk: Desk, span: Span) -> bool:
    """Whether a day lies between the first and the last day of something that was sent."""
    day = next(one for one in desk.letter.days if one.span == span)
    return any(
        desk.held.is_day(day, one.first)
        or desk.held.is_day(day, one.last)
        or desk.held.between(day, one)
        for one in desk.held.case.sent
    )


def stance(desk: Desk) -> Finding:
    """8: contests, or admits, or says that it does not know: one of them, the case's own."""
    against = desk.found(cues.CONTEST)
    admits = [one for one in desk.found(cues.ADMIT) if not _weak(desk, one, against)]
    unknown = desk.found(cues.UNKNOWN)
    wanted = desk.stance
    false = [*false_consent(desk.letter, desk.held), *desk.spans_of("conflict")]
    if against and admits:
        return finding(8, "missed", "both", [against[0], admits[0]])
    if false:
        return finding(8, "missed", "false claim", false)
    if against:
        if wanted == "contest":
            return finding(8, "met", "contest", against)
        return finding(
            8, "missed", "not admitted" if wanted == "acknowledge" else "not known", against
        )
    if admits:
        if wanted == "unknown" and unknown and desk.held.case.cause.broke_rule == "yes":
            return finding(8, "look", "only unknown", [*admits[:1], *unknown])
        if wanted == "acknowledge":
            return finding(8, "met", "acknowledge", admits)
        return finding(8, "missed", "not contested" if wanted == "contest" else "not known", admits)
    if unknown:
        right = wanted == "unknown"
        return finding(
            8, "met" if right else "look", "unknown" if right else "only unknown", unknown
        )
    return finding(8, "missed", "no stance")


def _weak(desk: Desk, span: Span, against: list[Span]) -> bool:
    """Whether what looks like an admission is denied, supposed, or a part of the contesting."""
    sentence = desk.letter.sentence_of(span)
    before = desk.letter.text[sentence.start : span.start]
    if inside(span, against) or any(
        one.start < span.end and span.start < one.end for one in against
    ):
        return True
    if cues.DENIES.search(before):
        return True
    return desk.denied(span) or cues.UNKNOWN.search(before) is not None


def search(desk: Desk) -> Finding:
    """9: the cause, or what was done to find it."""
    cause = desk.held.case.cause
    blames = [
        one
        for one in desk.found(cues.BLAMES)
        if desk.letter.part(one).casefold() not in desk.held.text
    ]
    if blames:
        return finding(9, "missed", "cause invented", blames)
    told = [one for one in desk.sentences(cues.SEARCHED) if not desk.has(one, cues.PROMISE)]
    if cause.what:
        told += [one for one in desk.sentences(cues.CAUSE) if _is_cause(desk, one)]
    good = [one for one in told if not desk.flagged(one)]
    if not told:
        return finding(9, "missed", "not searched")
    if not good:
        return finding(
            9, "missed", "cause invented", [s for one in told for s in desk.flagged(one)]
        )
    if not cause.what and not cause.basis:
        return finding(9, "missed", "cause not held", good)
    return finding(9, "met", "searched", good)


def _is_cause(desk: Desk, sentence: Span) -> bool:
    """Whether a sentence names the case's cause: it shares a long word with it, or supposes one."""
    words = set(re.findall(r"\w{5,}", desk.held.case.cause.what.casefold()))
    told = set(re.findall(r"\w{5,}", desk.letter.part(sentence).casefold()))
    return bool(words & told) or desk.has(sentence, cues.SUPPOSES)
