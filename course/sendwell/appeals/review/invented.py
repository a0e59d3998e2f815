"""What a letter says that its case does not hold, and what should not stand in a letter at all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sendwell.appeals import strings_plan
from sendwell.appeals import strings_review as strings
from sendwell.appeals.review import cues
from sendwell.appeals.review.held import Held
from sendwell.appeals.review.model import Flag, FlagKind, Span
from sendwell.appeals.review.reading import MONTHS, Read, inside, plain_phone

#: Words with a capital that are no names of persons, firms or places that could be invented.
_COMMON = cues.COMMON
_NAME = re.compile(r"(?<![\w+])[A-ZÀ-Ý][\wà-ÿ]*[a-zà-ÿ]\w*(?:-\w+)*")
_TITLED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Sig\.ra|Sig|Signora?|Dott\.ssa|Dott)\.? ([A-ZÀ-Ý]\w+(?: [A-ZÀ-Ý]\w+)?)"
)
_OPENS = re.compile(r"(?:^|[.!?:;…\n“”\"«»(\u2013\u2014-])\s*$")


def flags_in(letter: Read, held: Held) -> tuple[Flag, ...]:
    """Every flag, in the order of the letter; of flags at one place the first kind stays."""
    found: dict[Span, Flag] = {}
    for flag in _all(letter, held):
        if flag.kind != "name" or not inside(flag.span, found):
            found.setdefault(flag.span, flag)
    return tuple(sorted(found.values(), key=lambda one: (one.span.start, one.span.end)))


def _all(letter: Read, held: Held) -> Iterator[Flag]:
    yield from _phones(letter, held)
    yield from _codes(letter, held)
    yield from _days(letter, held)
    yield from _numbers(letter, held)
    yield from _rules(letter, held)
    yield from _deeds(letter, held)
    yield from _conflicts(letter, held)
    yield from _laws(letter, held)
    yield from _blanks(letter)
    yield from _names(letter, held)


def _flag(kind: FlagKind, span: Span, reason: str) -> Flag:
    return Flag(kind, span, strings.FLAGS[reason])


def _phones(letter: Read, held: Held) -> Iterator[Flag]:
    for span in letter.phones:
        if not is_own(letter.part(span), held):
            yield _flag("person", span, "phone")


def is_own(phone: str, held: Held) -> bool:
    """Whether a number is the account's own, in E.164 or with what people put between digits."""
    return bool(held.case.account.number) and plain_phone(phone) == held.case.account.number


def _codes(letter: Read, held: Held) -> Iterator[Flag]:
    for span in _six(letter):
        digits = re.sub(r"\D", "", letter.part(span))
        if float(digits) not in held.numbers and _near_code(letter, span):
            yield _flag("code", span, "code")
    for one in cues.IDENTITY.finditer(letter.text):
        sentence = letter.part(letter.sentence_of(Span(*one.span())))
        if one[0].casefold() not in held.text and not cues.NEGATED.search(sentence):
            yield _flag("code", Span(*one.span()), "identity")


def _six(letter: Read) -> list[Span]:
    """Six digits that are no part of a telephone number."""
    found = (Span(*one.span()) for one in cues.SIX.finditer(letter.text))
    return [span for span in found if not inside(span, letter.phones)]


def _near_code(letter: Read, span: Span) -> bool:
    """Whether a passage stands beside a word for a code."""
    near = letter.text[max(0, span.start - 40) : span.end + 25]
    return cues.CODE_WORD.search(near) is not None


def _days(letter: Read, held: Held) -> Iterator[Flag]:
    for day in letter.days:
        if not held.holds(day):
            yield _flag("day", day.span, "day")
    for hour, minute, span in letter.times:
        if (hour, minute) not in held.times:
            yield _flag("day", span, "time")


def _numbers(letter: Read, held: Held) -> Iterator[Flag]:
    elsewhere = [Span(*one.span()) for one in cues.LAW.finditer(letter.text)]
    elsewhere += [span for span in _six(letter) if _near_code(letter, span)]
    for number in letter.numbers:
        span = number.span
        if number.value in held.numbers or inside(span, elsewhere):
            continue
        if letter.part(span) not in held.text:
            yield _flag("number", span, "number")


def _names(letter: Read, held: Held) -> Iterator[Flag]:
    for name in filter(None, held.case.others):
        for one in re.finditer(rf"\b{re.escape(name)}\b", letter.text, re.IGNORECASE):
            yield _flag("person", Span(*one.span()), "person")
    for one in _TITLED.finditer(letter.text):
        if not set(one[1].casefold().split()) & held.words:
            yield _flag("name", Span(*one.span()), "name")
    for one in _NAME.finditer(letter.text):
        word = one[0].casefold()
        if (
            word in held.words
            or word in _COMMON
            or word in MONTHS
            or letter.quoted(Span(*one.span()))
        ):
            continue
        if not _OPENS.search(letter.text[: one.start()]) and not _known(word, held):
            yield _flag("name", Span(*one.span()), "name")


def _known(word: str, held: Held) -> bool:
    """Whether a word is a country or one that the case spells with an ending."""
    bare = word.removesuffix("'s").removesuffix("\u2019s")
    return bare in strings_plan.EUROPEAN_UNION or bare in held.words or bare in cues.COMMON


def _rules(letter: Read, held: Held) -> Iterator[Flag]:
    own = "\n".join((*held.rules, held.case.cause.rule, held.case.notice.text)).casefold()
    for name, pattern in cues.RULES:
        for one in pattern.finditer(letter.text):
            span = Span(*one.span())
            told = name in own or one[0].casefold() in held.text
            if not told and not inside(span, letter.quotes):
                yield _flag("rule", span, "rule")


def _deeds(letter: Read, held: Held) -> Iterator[Flag]:
    for told, kept in cues.DEEDS:
        if kept.search(held.text):
            continue
        for one in told.finditer(letter.text):
            span = Span(*one.span())
            before = letter.text[letter.sentence_of(span).start : span.start]
            if not letter.quoted(span) and not negated(before):
                yield _flag("deed", span, "deed")


def negated(before: str) -> bool:
    """Whether the words just before a passage deny it."""
    return bool(cues.NEGATED.search(" ".join(re.split(r"[,;:]", before)[-1].split()[-6:])))


def _conflicts(letter: Read, held: Held) -> Iterator[Flag]:
    case = held.case
    for span in false_consent(letter, held):
        yield _flag("conflict", span, "consent")
    against = {
        "first time": any(one.kind in {"measure", "unchanged"} for one in case.history),
        "official": case.app.kind == "unofficial",
        "stops": any(one.stops == "not honoured" for one in case.sent),
    }
    for reason, contradicted in against.items():
        if contradicted:
            for one in cues.FALSE[reason].finditer(letter.text):
                said = one[0].casefold() in held.text
                if not said and not negated(letter.text[: one.start()]):
                    yield _flag("conflict", Span(*one.span()), reason)


def false_consent(letter: Read, held: Held) -> Iterator[Span]:
    """Passages that say that all had asked, where by the case they had not."""
    unasked = [sent for sent in held.case.sent if sent.consent in {"some asked", "nobody asked"}]
    if not unasked:
        return
    asked = {sent.people for sent in held.case.sent if sent.consent == "all asked"}
    for one in cues.ALL_OF_THEM.finditer(letter.text):
        span = Span(*one.span())
        sentence = letter.sentence_of(span)
        counts = {n.value for n in letter.numbers if inside(n.span, (sentence,))}
        words = letter.part(sentence)
        before = letter.text[sentence.start : span.start]
        if negated(before) or cues.PROMISE.search(words) or counts & asked:
            continue
        if asked and not counts & {sent.people for sent in unasked}:
            continue
        if cues.NOT_ALL.search(words):
            continue
        yield span


def _laws(letter: Read, held: Held) -> Iterator[Flag]:
    act = (
        held.case.account.kind == "channel"
        and held.case.place.casefold() in strings_plan.EUROPEAN_UNION
    )
    for one in cues.LAW.finditer(letter.text):
        span = Span(*one.span())
        dsa = cues.DSA.search(letter.part(letter.sentence_of(span)))
        if (act and dsa) or one[0].casefold() in held.text or letter.quoted(span):
            continue
        yield _flag("law", span, "dsa" if dsa else "law")


def _blanks(letter: Read) -> Iterator[Flag]:
    for one in cues.BLANK.finditer(letter.text):
        yield _flag("template", Span(*one.span()), "blank")
    stock = [Span(*one.span()) for one in cues.STOCK.finditer(letter.text)]
    if len(stock) >= STOCK_SENTENCES:
        for span in stock:
            yield _flag("template", span, "stock")


#: So many stock phrases make a letter a copied one.
STOCK_SENTENCES = 3
