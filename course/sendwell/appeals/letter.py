"""``draft(case, today)``: a letter of which every sentence stands on a fact of the case.

Nothing is added for effect. Where the case holds nothing, the sentence shows the gap.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from sendwell.appeals import strings_case, strings_plan
from sendwell.appeals import strings_letter as strings
from sendwell.appeals.case import Case, Sending
from sendwell.appeals.plan import Plan, plan
from sendwell.checks.answers import answers
from sendwell.checks.values import record

MOST_WORDS = 250
#: A telephone number with its country code, however it is spaced.
_NUMBER = re.compile(r"\+\d(?:[ ()./-]{0,2}\d){7,14}")
_PLACE = re.compile(r"\{([\w.]+)\}")


@record
@dataclass(frozen=True)
class Sentence:
    """A sentence and the fields of the case that it stands on, as "sent 1.what"."""

    text: str
    facts: tuple[str, ...]
    gaps: tuple[str, ...] = ()


@record
@dataclass(frozen=True)
class Letter:
    """A draft: its paragraphs, and what its owner must know before it goes anywhere.

    ``warnings`` say why it must not be sent as it is, also on paper; ``notes`` help to finish it.
    No paragraphs if there is nothing to write.
    """

    today: str
    title: str
    paragraphs: tuple[tuple[Sentence, ...], ...]
    warnings: tuple[str, ...]
    notes: tuple[str, ...]

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences, in order."""
        return tuple(one for paragraph in self.paragraphs for one in paragraph)

    @property
    def gaps(self) -> tuple[str, ...]:
        """The fields that are missing, each once."""
        return tuple(dict.fromkeys(gap for one in self.sentences for gap in one.gaps))

    @property
    def words(self) -> int:
        """How many words the letter has."""
        return sum(len(one.text.split()) for one in self.sentences)


@answers("appealing.redact")
def draft(case: Case, today: str) -> Letter:
    """The letter for a case on ``today``. Raises ValueError if that is no day."""
    made = plan(case, today)
    if not made.request:
        channel = strings_plan.CHANNELS[made.channel]
        return Letter(made.today, case.title, (), (strings.NO_LETTER.format(channel=channel),), ())
    letter = _letter(case, made, brief=False)
    if letter.words > MOST_WORDS:
        letter = _letter(case, made, brief=True)
    warnings = tuple(_warnings(letter, case, made))
    long = letter.words > MOST_WORDS
    words = (strings.LONG if long else strings.SHORT).format(words=letter.words)
    return replace(letter, warnings=warnings, notes=(words, strings.READ_ALOUD, strings.NO_WINNING))


def _letter(case: Case, made: Plan, *, brief: bool) -> Letter:
    """The letter; a brief one leaves out plans and details that no request needs."""
    parts = [
        tuple(_what(case, made, brief=brief)),
        tuple(_sent(case, made, brief=brief)),
        tuple(_cause(case, made)),
        tuple(_mended(case, brief=brief)),
        tuple(_rest(case, made, brief=brief)),
    ]
    paragraphs = tuple(tuple(_struck(one, case) for one in part) for part in parts if part)
    return Letter(made.today, case.title, paragraphs, (), ())


def _struck(sentence: Sentence, case: Case) -> Sentence:
    """The sentence without the names and telephone numbers of other people."""
    text = _NUMBER.sub(
        lambda found: (
            found[0] if _plain(found[0]) == case.account.number else strings.STRUCK_NUMBER
        ),
        sentence.text,
    )
    for name in filter(None, case.others):
        text = re.sub(rf"\b{re.escape(name)}\b", strings.STRUCK, text, flags=re.IGNORECASE)
    return Sentence(text, sentence.facts, sentence.gaps)


def _plain(number: str) -> str:
    return re.sub(r"[ ()./-]", "", number)


def _what(case: Case, made: Plan, *, brief: bool) -> Iterator[Sentence]:
    subject = "channel" if case.account.kind == "channel" else "number"
    yield _filled(f"{subject}.{made.channel}", case)
    yield _filled("use", case)
    yield _filled("notice", case)
    yield _filled("rule" if case.notice.rule else "no rule", case, ("notice.rule",))
    yield _filled("measure, brief" if brief else "measure", case)


def _sent(case: Case, made: Plan, *, brief: bool) -> Iterator[Sentence]:
    """What was sent; who names a mistake leaves out what was in order."""
    for number, event in enumerate(case.history, 1):
        if event.kind == "taken over":
            yield _filled("taken over", event, place=f"history {number}")
    for number, sending in enumerate(case.sent, 1):
        place = f"sent {number}"
        in_order = sending.consent == "all asked" and sending.stops != "not honoured"
        if in_order and made.stance == "acknowledge":
            continue
        once = bool(sending.first) and sending.first == sending.last
        yield _filled("sent once" if once else "sent", sending, place=place)
        counts = (f"{place}.people", f"{place}.messages")
        yield _filled(_to(sending), sending, counts, place)
        short = ", brief" if brief and sending.consent in {"all asked", "some asked"} else ""
        yield _filled(f"consent.{sending.consent}{short}", sending, (f"{place}.consent",), place)
        if sending.stops == "not honoured":
            yield _filled("stops.not honoured", sending, (f"{place}.stops",), place)


def _to(sending: Sending) -> str:
    """The sentence that says to whom, and no count twice."""
    counted = sending.people is not None and sending.to.startswith(f"{sending.people} ")
    each = sending.people is not None and sending.people == sending.messages
    messages = ", a message each" if each else ", one message" if sending.messages == 1 else ""
    return "to" + ", counted" * counted + messages


def _cause(case: Case, made: Plan) -> Iterator[Sentence]:
    cause, sure = case.cause, ("cause.broke_rule", "cause.sure")
    if made.stance == "acknowledge":
        yield _filled("acknowledge", case, sure)
        yield _filled("basis", case)
        return
    if made.stance == "contest":
        yield _filled("contest", case, ("cause.broke_rule",))
    if cause.sure == "known" and cause.what:
        yield _filled("contest cause", case, ("cause.sure",))
    elif cause.sure == "suspected" and cause.what:
        yield _filled("suspected", case, ("cause.sure",))
    else:
        yield _filled("unknown", case, ("cause.sure",))
    yield _filled("checked", case)


def _mended(case: Case, *, brief: bool) -> Iterator[Sentence]:
    yield _filled("stopped", case)
    for number, remedy in enumerate(case.remedies, 1):
        key = "done" if remedy.done else "planned, with a check" if remedy.check else "planned"
        if brief and not remedy.done:
            continue
        yield _filled(key, remedy, (f"remedies {number}.done",), f"remedies {number}")


def _rest(case: Case, made: Plan, *, brief: bool) -> Iterator[Sentence]:
    for number, text in enumerate(case.unknown, 1):
        yield Sentence(_ended(text), (f"unknown {number}",))
    for number, one in enumerate(case.evidence, 1):
        if "codes" not in one.others and (one.struck or not one.others):
            key = "evidence" + ", struck" * one.struck + ", brief" * brief
            yield _filled(key, one, place=f"evidence {number}")
    yield Sentence(made.request, ("measure.kind",))


def _filled(key: str, source: Any, facts: tuple[str, ...] = (), place: str = "") -> Sentence:
    """The sentence with every ``{field}`` filled from ``source``, or shown as a gap."""
    found: list[str] = []
    gaps: list[str] = []

    def ended(match: re.Match[str]) -> str:
        """The value, as a sentence of its own where another one follows."""
        rest = match.string[match.end() :]
        return _ended(value(match)) if rest[1:2].isupper() else value(match)

    def value(match: re.Match[str]) -> str:
        name = match[1]
        path = f"{place}.{name}" if place else name
        value = source
        for part in name.split("."):
            value = getattr(value, part)
        found.append(path)
        if value is None:
            return strings.UNKNOWN_COUNT
        if value == "":
            gaps.append(path)
            text = strings_case.FIELDS[re.sub(r" \d+", "", path)].rstrip(".")
            return strings.GAP.format(help=text, key=path)
        return strings.MEASURES.get(value, value) if name == "measure.kind" else str(value)

    text = _PLACE.sub(ended, strings.SENTENCES[key])
    text = re.sub(r"\.([”)]?)\.", r".\1", text.strip())
    return Sentence(_ended(text), tuple(dict.fromkeys((*found, *facts))), tuple(gaps))


def _ended(text: str) -> str:
    """The sentence with the stop that its owner left out."""
    return text if text[-1:] in ".!?”" else f"{text}."


def _warnings(letter: Letter, case: Case, made: Plan) -> Iterator[str]:
    if case.fictional:
        yield strings.FICTIONAL
    if made.before:
        last = len(made.before)
        yield strings.NOT_YET_ONE if last == 1 else strings.NOT_YET.format(last=last)
    if letter.gaps:
        count = len(letter.gaps)
        yield strings.GAPS_ONE if count == 1 else strings.GAPS.format(count=count)
