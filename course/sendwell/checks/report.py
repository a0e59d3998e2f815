"""What came of a suite: rich for people, one number for nbgrader."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from html import escape
from typing import Any

from sendwell.checks import strings

#: Where tools find the report in a notebook's outputs; what reads it must not trust it.
MIMETYPE = "application/vnd.sendwell.report+json"


class Verdict(StrEnum):
    """The words that programming judges use."""

    PASSED = "passed"
    WRONG_ANSWER = "wrong answer"
    RUNTIME_ERROR = "runtime error"
    TIME_LIMIT = "time limit"
    MEMORY_LIMIT = "memory limit"
    OUTPUT_LIMIT = "output limit"
    CRASHED = "crashed"
    MISSING = "missing"


@dataclass(frozen=True)
class Result:
    """What came of one check.

    ``calls`` are (call, outcome) pairs up to the first failure; ``wanted`` is what the last of
    them should have given, "" if that is not one value; ``line`` is the learner's line that raised.
    """

    title: str
    verdict: Verdict
    points: float
    most: float
    message: str
    wanted: str
    line: str
    calls: tuple[tuple[str, str], ...]
    hints: tuple[str, ...]
    milliseconds: int


@dataclass(frozen=True, repr=False)
class Report:
    """What came of a suite.

    ``repr`` is a number from 0 to the suite's points with at most six significant digits: stock
    nbgrader reads the last value of a test cell as partial credit. ``by_line`` as in a suite: every
    failure is explained, those after the first one folded away. ``red_before`` says that the cell
    before the check failed: the check has seen what was there earlier.
    """

    suite: str
    results: tuple[Result, ...]
    printed: str
    by_line: bool = False
    red_before: bool = False

    @property
    def most(self) -> float:
        """The most that could be had."""
        return sum(result.most for result in self.results)

    @property
    def points(self) -> float:
        """What was earned: exactly ``most`` if every check passed."""
        return sum(result.points for result in self.results)

    @property
    def passed(self) -> bool:
        """Whether every check passed."""
        return all(result.verdict is Verdict.PASSED for result in self.results)

    def __repr__(self) -> str:
        return f"{self.points:.6g}"

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        return {"text/plain": repr(self), "text/html": self._repr_html_(), MIMETYPE: self.record()}

    def record(self) -> dict[str, Any]:
        """The report as plain values, without the calls and hints."""
        return {
            "suite": self.suite,
            "points": self.points,
            "most": self.most,
            "checks": [
                {
                    "title": result.title,
                    "verdict": result.verdict.value,
                    "points": result.points,
                    "most": result.most,
                    "message": result.message,
                }
                for result in self.results
            ],
        }

    def text(self) -> str:
        """The report as lines for a terminal."""
        lines = [strings.RED_BEFORE] if self.red_before else []
        lines.append(self._summary())
        for result in self.results:
            lines.append(f"  {_mark(result)} {result.title}: {strings.VERDICTS[result.verdict]}")
            if result.message:
                lines.append(f"      {result.message}")
        return "\n".join(lines)

    def _summary(self) -> str:
        passed = sum(result.verdict is Verdict.PASSED for result in self.results)
        if len(self.results) == 1:
            form = strings.ONE_PASSED if self.passed else strings.ONE_FAILED
        else:
            form = strings.ALL_PASSED if self.passed else strings.SOME_FAILED
        return form.format(
            passed=passed,
            count=len(self.results),
            points=f"{self.points:g}",
            most=f"{self.most:g}",
        )

    def _repr_html_(self) -> str:
        rows = "".join(_row(result) for result in self.results)
        first = next((r for r in self.results if r.verdict is not Verdict.PASSED), None)
        wrong = [r for r in self.results if r.verdict is Verdict.WRONG_ANSWER and r is not first]
        titles = strings.FORM_HINTS if self.by_line else strings.HINTS
        parts = [
            f'<div class="sendwell-report" role="group" aria-label="{escape(self._summary())}">',
            f"<p>{strings.RED_BEFORE}</p>" if self.red_before else "",
            f"<p><strong>{escape(self._summary())}</strong></p>",
            f"<table><thead><tr>{_HEAD}</tr></thead><tbody>{rows}</tbody></table>",
            _failure(first, titles) if first else "",
            _others(wrong, titles) if self.by_line and wrong else "",
            _details(strings.PRINTED, f"<pre>{escape(self.printed)}</pre>") if self.printed else "",
            "</div>",
        ]
        return "".join(parts)


_LEFT = 'style="text-align:left"'
_HEAD = "".join(
    f'<th scope="col" {_LEFT}>{head}</th>'
    for head in (strings.RESULT, strings.CHECK, strings.POINTS_HEAD)
)


def _mark(result: Result) -> str:
    return "✓" if result.verdict is Verdict.PASSED else "✗"


def _row(result: Result) -> str:
    points = strings.POINTS.format(points=f"{result.points:g}", most=f"{result.most:g}")
    verdict = strings.VERDICTS[result.verdict]
    return (
        f'<tr><td {_LEFT}><span aria-hidden="true">{_mark(result)}</span> {escape(verdict)}</td>'
        f"<td {_LEFT}>{escape(_sentence(result.title))}</td><td {_LEFT}>{points}</td></tr>"
    )


def _sentence(title: str) -> str:
    return title[:1].upper() + title[1:]


def _failure(result: Result, titles: tuple[str, ...]) -> str:
    title = _sentence(result.title)
    parts = [f"<p><strong>{escape(title)}.</strong> {escape(result.message)}</p>"]
    if result.line:
        parts.append(f"<p>{escape(strings.LINE.format(line=result.line))}</p>")
    if result.calls:
        shown = (
            result.calls if len(result.calls) <= 14 else (*result.calls[:3], *result.calls[-10:])
        )
        lines = [f"{call}  →  {outcome}" if outcome else call for call, outcome in shown]
        if result.wanted:
            lines[-1] += f"  ({strings.EXPECTED.format(wanted=result.wanted)})"
        if len(result.calls) > 14:
            lines.insert(3, f"... {len(result.calls) - 13} more calls ...")
        parts.append(f"<p>{strings.WHAT_HAPPENED}:</p><pre>{escape(chr(10).join(lines))}</pre>")
    parts.append(_hints(result.hints, titles))
    parts.append(f"<p>{strings.NEXT}</p>")
    return "".join(parts)


def _others(wrong: list[Result], titles: tuple[str, ...]) -> str:
    title = strings.OTHER if len(wrong) == 1 else strings.OTHERS.format(count=len(wrong))
    explained = (
        f"<li><p><strong>{escape(_sentence(result.title))}.</strong> {escape(result.message)}</p>"
        f"{_hints(result.hints, titles)}</li>"
        for result in wrong
    )
    return _details(title, f"<ul>{''.join(explained)}</ul>")


def _hints(hints: tuple[str, ...], titles: tuple[str, ...]) -> str:
    """Rungs inside one another: the next hint is not seen before the one above it is open."""
    inner = ""
    for title, hint in reversed(list(zip(titles, hints, strict=False))):
        inner = _details(title, f"<p>{escape(hint)}</p>{inner}")
    return inner


def _details(title: str, inner: str) -> str:
    return f"<details><summary>{escape(title)}</summary>{inner}</details>"
