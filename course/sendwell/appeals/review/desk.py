"""What the rules of all criteria share: the letter, the case, the plan, and what was flagged."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from sendwell.appeals import strings_review as strings
from sendwell.appeals.plan import Channel, Stance, channel_of, stance_of
from sendwell.appeals.review.held import Held
from sendwell.appeals.review.invented import flags_in, negated
from sendwell.appeals.review.model import Finding, Flag, Span, Verdict
from sendwell.appeals.review.reading import Day, Read, inside

#: Kinds of flags that say that something is not in the case, or against it.
INVENTED = frozenset({"day", "number", "name", "deed", "conflict"})

#: So many passages of a finding are kept, so that an endless letter stays readable.
MOST_SPANS = 30


@dataclass(frozen=True)
class Desk:
    """A letter on the desk, beside its case."""

    letter: Read
    held: Held
    _found: dict[re.Pattern[str], list[Span]] = field(default_factory=dict, repr=False)

    @cached_property
    def flags(self) -> tuple[Flag, ...]:
        """What the case does not hold, and what should not be there."""
        return flags_in(self.letter, self.held)

    @cached_property
    def channel(self) -> Channel:
        """Where the case says that a request goes, on the day of the letter."""
        day = self.held.today or self.held.case.notice.when or "2026-01-01"
        return channel_of(self.held.case, day)

    @cached_property
    def stance(self) -> Stance:
        """What the case says about the cause."""
        return stance_of(self.held.case)

    def found(
        self, cue: re.Pattern[str], *, quotes: bool = False, denied: bool = True
    ) -> list[Span]:
        """Where a cue stands; without quotations, and without those that are denied if asked."""
        if cue not in self._found:
            every = (one for one in cue.finditer(self.letter.text) if one[0].strip())
            self._found[cue] = [Span(*one.span()) for one in every]
        spans = self._found[cue]
        if not quotes:
            spans = [one for one in spans if not self.letter.quoted(one)]
        if not denied:
            spans = [one for one in spans if not self.denied(one)]
        return list(spans)

    def denied(self, span: Span) -> bool:
        """Whether the words before a passage, in its sentence, deny it."""
        return negated(self.letter.text[self.letter.sentence_of(span).start : span.start])

    def sentences(self, cue: re.Pattern[str], *, quotes: bool = False) -> list[Span]:
        """The sentences in which a cue stands, each once, in order."""
        spans = (self.letter.sentence_of(one) for one in self.found(cue, quotes=quotes))
        return list(dict.fromkeys(spans))

    def has(self, sentence: Span, cue: re.Pattern[str]) -> bool:
        """Whether a cue stands in a sentence."""
        return cue.search(self.letter.part(sentence)) is not None

    def days_in(self, sentence: Span) -> list[Day]:
        """The days of a sentence."""
        return [one for one in self.letter.days if inside(one.span, (sentence,))]

    def flagged(self, sentence: Span, kinds: Iterable[str] = INVENTED) -> list[Span]:
        """What is flagged in a sentence, of some kinds."""
        return [
            one.span for one in self.flags if one.kind in kinds and inside(one.span, (sentence,))
        ]

    def is_own_tail(self, span: Span) -> bool:
        """Whether a foreign number is the end of the account's own, written without its country."""
        digits = "".join(filter(str.isdigit, self.letter.part(span))).lstrip("0")
        return bool(digits) and self.held.case.account.number.endswith(digits)

    def is_of_other(self, span: Span) -> bool:
        """Whether a number is told beside the name of another person of the case."""
        before = self.letter.text[max(0, span.start - 40) : span.start].casefold()
        return any(name.casefold() in before for name in self.held.case.others)

    def spans_of(self, *kinds: str) -> list[Span]:
        """The passages of the flags of some kinds."""
        return [one.span for one in self.flags if one.kind in kinds]


def finding(
    criterion: int,
    verdict: Verdict,
    reason: str,
    spans: Iterable[Span] = (),
    told: Mapping[str, object] | None = None,
) -> Finding:
    """A finding with the words of its reason; at most ``MOST_SPANS`` passages."""
    text = strings.REASONS[reason].format(**told or {})
    ordered = sorted(dict.fromkeys(spans), key=lambda one: one.start)
    return Finding(criterion, verdict, verdict, text, tuple(ordered[:MOST_SPANS]))
