"""A review for people: passages marked in the letter, reasons beside it; and the same as text."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from html import escape
from itertools import pairwise

from sendwell.appeals import strings_letter
from sendwell.appeals import strings_review as strings
from sendwell.appeals.case import Case
from sendwell.appeals.review.check import review_letter
from sendwell.appeals.review.model import Finding, Review, Span

#: Colours come from the page; passages differ by their lines and numbers.
_STYLE = (
    ".sendwell-letter{max-width:64rem;line-height:1.5;overflow-wrap:anywhere}"
    ".sendwell-letter .sides{display:grid;gap:1rem 2rem}"
    "@media (min-width:56rem){.sendwell-letter .sides{grid-template-columns:1fr 1fr}}"
    ".sendwell-letter .text{white-space:pre-wrap;border:1px solid;padding:.5rem 1rem}"
    ".sendwell-letter .note{border-inline-start:4px solid;padding-inline-start:.75rem}"
    ".sendwell-letter mark{background:none;color:inherit;border-bottom:3px solid}"
    ".sendwell-letter mark.finding{border-bottom-style:dashed}"
    ".sendwell-letter sup a,.sendwell-letter li a{color:inherit;font-weight:700;padding:0 .15em}"
    ".sendwell-letter ol{padding-inline-start:2.25rem;margin:.5rem 0}"
    ".sendwell-letter li{margin:.5rem 0}"
    ".sendwell-letter .answer{border:1px solid;border-radius:.25rem;padding:0 .4em;"
    "white-space:nowrap}"
    ".sendwell-letter .missed .answer{border-width:3px}"
    ".sendwell-letter .look .answer{border-style:dashed}"
    ".sendwell-letter h3{margin:.75rem 0 .25rem;font-size:1.1rem}"
    ".sendwell-letter a:focus-visible{outline:3px solid;outline-offset:1px}"
    "@media print{.sendwell-letter .sides{display:block}.sendwell-letter li{break-inside:avoid}"
    ".sendwell-letter a{text-decoration:none}.sendwell-letter .back{display:none}}"
)
_PAGE_STYLE = (
    ":root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;margin:1rem auto;"
    "max-width:64rem;padding:0 1rem}h1{font-size:1.5rem}@media print{body{margin:0;max-width:none;"
    "font-size:11pt}}"
)


@dataclass(frozen=True)
class Passage:
    """A marked passage with its number, and why it is marked: kinds of flags, or "finding"."""

    number: int
    span: Span
    kind: str
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class LetterView:
    """A letter with its review: HTML in a notebook, the same as text everywhere else."""

    letter: str
    review: Review

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """What is marked: every flag, and what the rules call missed; one for each passage."""
        flags: dict[Span, list[str]] = {}
        for flag in self.review.flags:
            told = {"kind": strings.KINDS[flag.kind], "reason": flag.reason}
            flags.setdefault(flag.span, []).append(strings.FLAG.format(**told))
        missed: dict[Span, list[int]] = {}
        for found in self.review.findings:
            if found.rules == "missed":
                for span in found.spans:
                    missed.setdefault(span, []).append(found.criterion)
        ordered = sorted({*flags, *missed}, key=lambda span: (span.start, span.end))
        return tuple(
            Passage(
                number,
                span,
                "flag" if span in flags else "finding",
                (*flags.get(span, ()), *_criteria(missed.get(span, []), named=span not in flags)),
            )
            for number, span in enumerate(ordered, 1)
        )

    @property
    def summary(self) -> str:
        """How many criteria are met and missed, what is suggested, and how much is flagged."""
        verdicts = [one.verdict for one in self.review.findings]
        counted = {verdict: verdicts.count(verdict) for verdict in ("met", "missed", "look")}
        told = [strings.SUMMARY.format(**counted)]
        unsure = [one for one in self.review.findings if one.verdict == "look"]
        suggested = sum(one.rules == "missed" for one in unsure)
        if suggested:
            words = strings.SUGGESTED_ONE if suggested == 1 else strings.SUGGESTED
            told.append(words.format(count=suggested, look=len(unsure)))
        flags = len(self.review.flags)
        told.append((strings.COUNTED_ONE if flags == 1 else strings.COUNTED).format(count=flags))
        return " ".join(told)

    def of(self, finding: Finding) -> tuple[int, ...]:
        """The numbers of the marked passages of a finding."""
        return tuple(one.number for one in self.passages if one.span in finding.spans)

    def __repr__(self) -> str:
        """The review as text: the letter with the numbers of its passages, then the reasons."""
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        yield strings.TITLE
        yield from ("", self.summary, self.review.note, strings.NOT_A_MARK)
        yield from ("", strings.LETTER, "", self._numbered(), "")
        yield strings.MARKED
        for one in self.passages:
            yield f"[{one.number}] {self._quote(one.span)}: {' '.join(one.reasons)}"
        if not self.passages:
            yield strings.NO_FLAGS
        yield from ("", strings.FINDINGS, strings.LOOKED_AT)
        for found in self.review.findings:
            marks = "".join(f" [{number}]" for number in self.of(found))
            yield (
                f"{strings.SIGNS[found.verdict]} {found.criterion}. "
                f"{strings.CRITERIA[found.criterion]}: {strings.VERDICTS[found.verdict]}. "
                f"{found.reason}{marks}"
            )

    def _numbered(self) -> str:
        """The letter with the number of each passage behind it."""
        text = self.letter.strip("\n")
        skipped = len(self.letter) - len(self.letter.lstrip("\n"))
        for one in sorted(self.passages, key=lambda one: (one.span.end, one.number), reverse=True):
            end = one.span.end - skipped
            text = f"{text[:end]} [{one.number}]{text[end:]}"
        return text

    def _quote(self, span: Span) -> str:
        words = " ".join(self.letter[span.start : span.end].split())
        return f"“{words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + '…'}”"

    def _repr_html_(self) -> str:
        return f"<style>{_STYLE}</style>{self.body()}"

    def body(self) -> str:
        """The review as a piece of HTML, without its style."""
        notes = "".join(
            f"<p>{escape(one)}</p>" for one in (self.summary, self.review.note, strings.NOT_A_MARK)
        )
        items = "".join(map(self._item, self.review.findings))
        language = self.review.language
        return (
            f'<div class="sendwell-letter"><div class="note">{notes}</div><div class="sides">'
            f"<section><h3>{escape(strings.LETTER)}</h3>"
            f'<div class="text" lang="{language}">{self._marked()}</div></section>'
            f"<section><h3>{escape(strings.MARKED)}</h3>{self._reasons()}</section></div>"
            f"<h3>{escape(strings.FINDINGS)}</h3><p>{escape(strings.LOOKED_AT)}</p><ol>{items}</ol>"
            "</div>"
        )

    @cached_property
    def _key(self) -> str:
        """What makes the anchors of this letter its own."""
        told = f"{self.letter}{self.review.findings}".encode()
        return hashlib.sha256(told).hexdigest()[:8]

    def _marked(self) -> str:
        """The letter with its passages marked; where two overlap, each piece is marked once."""
        edges = sorted({0, len(self.letter), *(e for p in self.passages for e in _ends(p.span))})
        out = []
        for start, end in pairwise(edges):
            here = [p for p in self.passages if p.span.start <= start < p.span.end]
            text = escape(self.letter[start:end])
            if here:
                kind = "flag" if any(p.kind == "flag" for p in here) else "finding"
                text = f'<mark class="{kind}">{text}</mark>'
            out.append(text)
            out += [self._reference(p) for p in self.passages if p.span.end == end]
        return "".join(out).strip("\n")

    def _reference(self, passage: Passage) -> str:
        name = strings.MARK.format(number=passage.number)
        key = f"{self._key}-{passage.number}"
        return (
            f'<sup><a id="p{key}" href="#r{key}" aria-label="{escape(name)}">'
            f"[{passage.number}]</a></sup>"
        )

    def _reasons(self) -> str:
        if not self.passages:
            return f"<p>{escape(strings.NO_FLAGS)}</p>"
        items = "".join(
            f'<li id="r{self._key}-{one.number}"><q lang="{self.review.language}">'
            f"{escape(self._quote(one.span)[1:-1])}</q> {escape(' '.join(one.reasons))} "
            f'<a class="back" href="#p{self._key}-{one.number}" '
            f'aria-label="{escape(strings.BACK.format(number=one.number))}">↩</a></li>'
            for one in self.passages
        )
        return f"<ol>{items}</ol>"

    def _item(self, found: Finding) -> str:
        links = "".join(
            f' <a href="#r{self._key}-{number}" '
            f'aria-label="{escape(strings.MARK.format(number=number))}">[{number}]</a>'
            for number in self.of(found)
        )
        name = strings.CRITERIA[found.criterion]
        answer = f"{strings.SIGNS[found.verdict]} {strings.VERDICTS[found.verdict]}"
        return (
            f'<li class="{found.verdict}"><strong>{escape(name)}</strong> '
            f'<span class="answer">{escape(answer)}</span> {escape(found.reason)}{links}</li>'
        )

    def page(self) -> str:
        """The review as a page to read or to print."""
        title = escape(strings.TITLE)
        return (
            '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
            '<meta name="viewport" content="width=device-width, initial-scale=1">'
            f"<title>{title}</title><style>{_PAGE_STYLE}{_STYLE}</style></head><body><main>"
            f"<h1>{title}</h1>{self.body().replace('<h3', '<h2').replace('</h3', '</h2')}"
            "</main></body></html>\n"
        )


_LONGEST = 70


def _criteria(numbers: list[int], *, named: bool) -> Iterator[str]:
    """Which criteria a passage belongs to; by their names if nothing else is said of it."""
    if named:
        for number in numbers:
            yield strings.NAMED.format(name=strings.CRITERIA[number], number=number)
    elif numbers:
        words = strings.ALSO_ONE if len(numbers) == 1 else strings.ALSO
        yield words.format(numbers=", ".join(map(str, numbers)))


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def show_review(letter: str, case: Case, today: str = "") -> LetterView:
    """The letter with its review beside it, to look at in a notebook.

    Raises:
        ValueError: ``today`` is neither "" nor a day.

    """
    return LetterView(letter, review_letter(letter, case, today))


def letter_in(text: str) -> str:
    """The letter in a file: without headings, notes, and the list that a draft's file ends with."""
    kept = []
    for line in text.splitlines():
        if line.lstrip("# ").strip() == strings_letter.STANDS_ON:
            break
        if not line.startswith(("#", ">")):
            kept.append(line)
    return "\n".join(kept).strip() + "\n"
