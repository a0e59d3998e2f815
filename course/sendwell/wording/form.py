"""Read the forms of m04's decide notebook: forgiving about spelling, exact about meaning."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, cast

from sendwell.checks.values import show
from sendwell.shop.form import Problem, key_of, leading, nearest, read_lines, tidy
from sendwell.wording import strings

Verdict = Literal["report", "leave"]
Why = Literal["unasked", "lie", "hurt", "known", "unsure"]
To = Literal["everyone", "asked", "without"]


@dataclass(frozen=True)
class Judgement:
    """Whether a message is reported, and why."""

    verdict: Verdict
    why: Why

    def __str__(self) -> str:
        verdict, why = strings.VERDICTS[self.verdict][0], strings.WHYS[self.why][0]
        return strings.SHOWN.format(verdict=verdict, why=why)


def read_judgements(text: str, count: int) -> Mapping[int, Judgement | Problem]:
    r"""Return the judgement of each line from 1 to ``count``, or what is wrong with the line.

    >>> read_judgements("1. Report: it lies", 1)
    {1: Judgement(verdict='report', why='lie')}
    """
    return read_lines(text, range(1, count + 1), _judgement, strings.EXAMPLE)


def _judgement(number: int, text: str) -> Judgement | Problem:
    told = {"number": number, "text": text[:60], "forms": strings.FORMS.format(number=number)}
    plain = re.sub(r"\s*[,;:/()\u2013\u2014]\s*|\s+-\s+|\s+because\s+", " ", tidy(text))
    plain = re.sub(r"\s+it(?: i|')s(?: an?)?\s+", " ", plain).strip()
    verdict, rest = leading(plain, strings.VERDICTS)
    if not verdict:
        form = strings.NO_VERDICT if key_of(plain, strings.WHYS) else strings.UNREADABLE
        return _mistyped(plain, told) or Problem(form.format(**told))
    if not rest:
        return Problem(strings.NO_WHY.format(**told))
    why = key_of(rest, strings.WHYS)
    if not why:
        return _mistyped(plain, told) or Problem(strings.UNREADABLE.format(**told))
    return Judgement(cast("Verdict", verdict), cast("Why", why))


def _mistyped(text: str, told: Mapping[str, object]) -> Problem | None:
    """Ask whether a verdict and a reason that are only misspelled were meant; None if not."""
    first, _, rest = text.partition(" ")
    verdict = nearest(first, strings.VERDICTS)
    why = nearest(rest, (spelled for several in strings.WHYS.values() for spelled in several))
    if not (verdict and why):
        return None
    meant = strings.SHOWN.format(verdict=verdict, why=key_of(why, strings.WHYS))
    return Problem(strings.MEANT.format(meant=meant, **told))


def read_to(value: object) -> To | Problem:
    """Return to whom a draft goes, or what is wrong with ``value``.

    >>> read_to("People who asked")
    'asked'
    """
    if isinstance(value, str):
        if not value.strip("? "):
            return Problem(strings.TO_BLANK, blank=True)
        key = key_of(tidy(value), strings.TO)
        if key:
            return cast("To", key)
    return Problem(strings.TO_UNREADABLE.format(value=show(value), forms=strings.TO_FORMS))
