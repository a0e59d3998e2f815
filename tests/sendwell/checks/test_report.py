"""What came of a suite: a number for nbgrader, rich text for people."""

from __future__ import annotations

import json
import math
import re
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendwell.checks import Report, Result, Suite, Verdict
from sendwell.checks.report import MIMETYPE

EVIL = "<script>alert('&\")</script>"


def result(verdict: Verdict = Verdict.PASSED, points: float = 1, **more: Any) -> Result:
    given: dict[str, Any] = {
        "title": "a title",
        "verdict": verdict,
        "points": points if verdict is Verdict.PASSED else 0,
        "most": points,
        "message": "",
        "wanted": "",
        "line": "",
        "calls": (),
        "hints": (),
        "milliseconds": 1,
    }
    return Result(**given | more)


def report(*results: Result, printed: str = "") -> Report:
    return Report("throttle.allowed", results, printed)


def html_of(one: Report) -> str:
    return str(one._repr_mimebundle_()["text/html"])


class Reader(HTMLParser):
    """Reads HTML into the text outside of tags, and which tags were open around it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, str]] = []
        self.tags: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.open.append(tag)
        self.tags.add(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.seen.append((data, "/".join(self.open)))


points = st.integers(0, 1000_00).map(lambda cents: cents / 100)


@given(st.lists(st.tuples(points, st.booleans()), max_size=8))
def test_its_number_is_one_that_nbgrader_takes(checks: list[tuple[float, bool]]) -> None:
    suite = Suite("a.b")
    for number, (most, _) in enumerate(checks):
        suite.check(str(number), points=most)(lambda learner: None)
    verdicts = [Verdict.PASSED if passed else Verdict.WRONG_ANSWER for _, passed in checks]
    one = report(*(result(v, c.points) for v, c in zip(verdicts, suite.checks, strict=True)))
    number = float(repr(one))
    most = round(suite.points, 2)
    assert math.isfinite(number)
    assert 0 <= number <= most
    assert len(re.sub(r"e.*|[.-]", "", repr(one)).lstrip("0")) <= 6
    if all(passed for _, passed in checks):
        assert number == most


@pytest.mark.parametrize(
    ("most", "text"), [([], "0"), ([1, 2], "3"), ([0.1, 0.2], "0.3"), ([0.1] * 3, "0.3")]
)
def test_a_full_pass_is_exactly_the_points(most: list[float], text: str) -> None:
    one = report(*(result(points=number) for number in most))
    assert repr(one) == one._repr_mimebundle_()["text/plain"] == text
    assert one.passed


def test_a_failed_check_gives_nothing_and_the_others_count() -> None:
    one = report(result(points=2), result(Verdict.TIME_LIMIT, points=3), result(points=0.5))
    assert (repr(one), one.points, one.most, one.passed) == ("2.5", 2.5, 5.5, False)


@pytest.mark.parametrize("field", ["title", "message", "line", "wanted"])
def test_html_escapes_what_comes_from_a_learner(field: str) -> None:
    failed = result(Verdict.WRONG_ANSWER, **{"calls": (("f()", "1"),), field: EVIL})
    read = Reader(html_of(report(failed)))
    assert EVIL.lower() in "".join(text for text, _ in read.seen).lower()
    assert "script" not in read.tags


def test_html_escapes_calls_hints_and_what_was_printed() -> None:
    failed = result(Verdict.WRONG_ANSWER, calls=((EVIL, EVIL),), hints=(EVIL,))
    read = Reader(html_of(report(failed, printed=EVIL)))
    text = "".join(text for text, _ in read.seen)
    assert text.count(EVIL) == 4
    assert "script" not in read.tags


def test_each_hint_lies_inside_the_one_before() -> None:
    failed = result(Verdict.WRONG_ANSWER, hints=("first", "second", "third"))
    depth = {text: path.count("details") for text, path in Reader(html_of(report(failed))).seen}
    assert [depth[hint] for hint in ("first", "second", "third")] == [1, 2, 3]


def test_only_the_first_failure_is_explained() -> None:
    one = report(
        result(message="unused"),
        result(Verdict.WRONG_ANSWER, message="the first"),
        result(Verdict.WRONG_ANSWER, message="the second"),
    )
    html = html_of(one)
    assert "the first" in html
    assert "the second" not in html
    assert "the second" in one.text()


def test_of_a_form_every_wrong_line_is_explained_the_first_one_openly() -> None:
    results = (
        result(Verdict.MISSING, message="the first"),
        result(Verdict.WRONG_ANSWER, message="the second"),
        result(Verdict.WRONG_ANSWER, message="the third", hints=("look there",)),
        result(Verdict.MISSING, message="the fourth"),
    )
    html = html_of(Report("pacing.situations", results, "", by_line=True))
    depth = {text: path.count("details") for text, path in Reader(html).seen}
    assert [depth[text] for text in (" the second", " the third", "look there")] == [1, 1, 2]
    assert depth[" the first"] == 0
    assert "2 more are not right yet" in html
    assert "the fourth" not in html


@pytest.mark.parametrize(("by_line", "last"), [(True, "the answer"), (False, "the code")])
def test_the_last_hint_of_a_form_speaks_of_no_code(*, by_line: bool, last: str) -> None:
    wrong = [result(Verdict.WRONG_ANSWER, hints=("a", "b", "c")) for _ in range(2)]
    html = html_of(Report("pacing.situations", tuple(wrong), "", by_line=by_line))
    assert html.count(f"Hint 3: almost {last}") == (2 if by_line else 1)
    assert html.count("Hint 3") == html.count(f"Hint 3: almost {last}")


def test_a_cell_that_ended_in_red_before_the_check_is_named() -> None:
    good = Report("waiting.load", (result(),), "", red_before=True)
    for words in (html_of(good), good.text()):
        assert words.index("ended in red") < words.rindex("The only check passed")
    assert "ended in red" not in html_of(report(result()))


def test_what_was_wanted_stands_beside_the_last_call() -> None:
    calls = (("f(1)", "1"), ("f(2)", "7"))
    html = html_of(report(result(Verdict.WRONG_ANSWER, calls=calls, wanted="4")))
    assert "f(1)  →  1\nf(2)  →  7  (expected 4)" in html


def test_a_long_history_is_cut_in_the_middle() -> None:
    calls = tuple((f"f({n})", "0") for n in range(100))
    html = html_of(report(result(Verdict.WRONG_ANSWER, calls=calls)))
    shown = [int(number) for number in re.findall(r"f\((\d+)\)", html)]
    assert shown == [0, 1, 2, *range(90, 100)]
    assert "... 87 more calls ..." in html


def test_a_full_pass_shows_no_failure_and_no_hints() -> None:
    html = html_of(report(result(hints=("almost the code",), calls=(("f()", "1"),))))
    assert "almost the code" not in html
    assert "The only check passed: 1 of 1 points." in html


def test_the_record_is_plain_and_holds_no_calls_or_hints() -> None:
    failed = result(Verdict.WRONG_ANSWER, points=2, message="no", hints=("h",), calls=(("c", "o"),))
    record = report(failed)._repr_mimebundle_()[MIMETYPE]
    assert json.loads(json.dumps(record)) == {
        "suite": "throttle.allowed",
        "points": 0,
        "most": 2,
        "checks": [
            {
                "title": "a title",
                "verdict": "wrong answer",
                "points": 0,
                "most": 2,
                "message": "no",
            }
        ],
    }
