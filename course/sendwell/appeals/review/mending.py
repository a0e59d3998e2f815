"""Criteria 10 to 12: what is mended, how anybody can tell, and what shows it."""

from __future__ import annotations

from sendwell.appeals.review import cues
from sendwell.appeals.review.desk import Desk, finding
from sendwell.appeals.review.model import Finding, Span


def mended(desk: Desk) -> Finding:
    """10: something that is done already, with its day."""
    case = desk.held.case
    days = [case.cause.stopped, *(one.done for one in case.remedies)]
    if not any(days):
        return finding(10, "missed", "nothing mended")
    told = desk.sentences(cues.MENDED)
    told = [one for one in told if not desk.has(one, cues.PROMISE)]
    dated, invented = [], []
    for one in told:
        wrong = desk.flagged(one)
        named = any(desk.held.is_day(day, d) for day in desk.days_in(one) for d in days)
        if named and not wrong and not _is_notice(desk, one):
            dated.append(one)
        elif wrong:
            invented += wrong
    if dated:
        return finding(10, "met", "mended", dated)
    if invented:
        return finding(10, "missed", "mended invented", invented)
    relative = [one for one in told if desk.has(one, cues.SAME_DAY)]
    if relative:
        return finding(10, "look", "mended that day", relative)
    if told:
        return finding(10, "missed", "mended no day", told[-2:])
    return finding(10, "missed", "not mended")


def _is_notice(desk: Desk, sentence: Span) -> bool:
    """Whether a sentence only says when the notice came, or when somebody looked."""
    quoted = any(sentence.start <= one.start < sentence.end for one in desk.letter.quotes)
    searched = desk.has(sentence, cues.SEARCHED) and not desk.has(sentence, cues.STOPPED)
    when = desk.held.case.notice.when[11:]
    clocked = any(
        f"{hour:02}:{minute:02}" == when
        for hour, minute, span in desk.letter.times
        if sentence.start <= span.start < sentence.end
    )
    return quoted or clocked or searched


def prevention(desk: Desk) -> Finding:
    """11: something by which anybody can tell that it will not happen again."""
    remedies = desk.held.case.remedies
    told = [one for one in desk.sentences(cues.MEASURABLE) if _prevents(desk, one)]
    good = [one for one in told if not desk.flagged(one)]
    if not remedies:
        return finding(11, "missed", "prevention invented" if told else "no prevention", told)
    if good:
        return finding(11, "met", "measurable", good)
    if told:
        return finding(11, "missed", "prevention invented", told)
    promises = desk.sentences(cues.PROMISE)
    if promises:
        return finding(11, "missed", "only promise", promises)
    return finding(11, "missed", "no prevention")


def _prevents(desk: Desk, sentence: Span) -> bool:
    """Whether a sentence tells of a change that stays, not of what was sent, looked at or shown."""
    if desk.has(sentence, cues.STAYS):
        return True
    told = (cues.SEARCHED, cues.EVIDENCE, cues.SENDING, cues.ADMIT, cues.CONTEST)
    if any(desk.has(sentence, one) for one in told) or desk.has(sentence, cues.ASKED):
        return False
    return desk.has(sentence, cues.MENDED) and not desk.has(sentence, cues.PROMISE)


def evidence(desk: Desk) -> Finding:
    """12: what can be shown, without other people's data and without codes."""
    leaks = [one for one in desk.spans_of("person", "code") if not desk.is_own_tail(one)]
    if leaks:
        return finding(12, "missed", "leaks", leaks)
    shown = [one for one in desk.found(cues.EVIDENCE) if not desk.denied(one)]
    if not shown:
        return finding(12, "missed", "no evidence")
    coded = [one for one in desk.sentences(cues.EVIDENCE) if desk.has(one, cues.CODE_WORD)]
    if coded and any("codes" in one.others for one in desk.held.case.evidence):
        return finding(12, "missed", "leaks", coded)
    bare = [one for one in desk.sentences(cues.EVIDENCE) if _unstruck(desk, one)]
    if bare:
        return finding(12, "missed", "not struck", bare)
    return finding(12, "met", "evidence", shown)


def _unstruck(desk: Desk, sentence: Span) -> bool:
    """Whether a sentence offers papers about people, and does not say that they are struck out."""
    holds = any(one.others and "codes" not in one.others for one in desk.held.case.evidence)
    if not holds or desk.has(sentence, cues.STRUCK):
        return False
    return desk.has(sentence, cues.PEOPLE)
