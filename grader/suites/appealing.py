"""Module m08, build: the unseen checks. Cases are drawn once for each seed, answers included."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise, product
from typing import Any

from hypothesis import strategies as st

from fairmark.draw import draw
from sendwell.appealing import Figures, Item, SmallCase
from sendwell.checks import Suite
from sendwell.checks.elsewhere import Script
from sendwell.checks.learner import Learner

HINTS = (
    "These checks use inputs that are not printed in the notebook.",
    "Write down what the contract says for the failing case, then follow your code by hand.",
    "Try the edges: two facts at once, the last day, nothing at all, things side by side.",
)
_PIECES = ("Tom", "tom ellery", "TOMS", "Ida", "Tomas", "+447700900123", "+44 7700 900-123",
           "+447700900456", "+44.77.00.90.07.89", "+1234567", "+12345678", "123456", "123 456",
           "123-456", "12345", "1234567", "A123456", "312", "14:30", "_Tom", "Tom_")  # fmt: skip
_WORDS = ("312", "118", "2026-11-13", "2026-11-14", "2026", "11", "13", "9", "0312", "people",
          "+447700900123", "a7", "7a")  # fmt: skip


def suites(seed: int) -> list[Suite]:
    """The unseen suites of the module, their cases drawn with ``seed``."""
    return [
        _suite("plan_appeal", 3, plan_by_hand, _plans(), 60, seed),
        _suite("evidence_gaps", 2, gaps_by_hand, _evidence(), 50, seed),
        _suite("redact", 3, redact_by_hand, _texts(), 80, seed),
        _suite("outcome_bounds", 3, bounds_by_hand, _figures(), 80, seed),
        _suite("grounded", 2, grounded_by_hand, _letters(), 50, seed),
    ]


def _suite(
    name: str,
    points: int,
    oracle: Callable[..., Any],
    cases: st.SearchStrategy[tuple[Any, ...]],
    count: int,
    seed: int,
) -> Suite:
    suite = Suite(f"appealing.{name}")
    drawn = draw(cases, count, seed)
    script = Script.of_calls(name, [(args, oracle(*args)) for args in drawn], untouched=True)

    @suite.check("agrees with the contract on unseen cases", points=points, hints=HINTS)
    def agrees(learner: Learner) -> None:
        learner.expect_script(script)

    return suite


def plan_by_hand(case: SmallCase, today: int) -> list[str]:
    """The contract of plan_appeal, as its table: the first row that fits."""
    platform = case.kind == "platform"
    rows = (
        (case.answer == "reversed", "nothing"),
        (case.measure == "warning", "nothing"),
        (case.answer == "unchanged", "nothing"),
        (case.answer == "requested", "wait"),
        (case.measure == "unknown", "read"),
        (platform and today not in range(case.noticed + 91), "too late"),
        (platform and case.admin, "support home"),
        (platform, "administrator"),
        (case.measure == "temporary", "wait"),
        (True, "app"),
    )
    place = next(place for fits, place in rows if fits)
    sent = place in {"app", "support home", "administrator"}
    before = {"stop": case.stopped is None, "strike": sent and case.others != ()}
    return [*(step for step, needed in before.items() if needed), place]


def _plans() -> st.SearchStrategy[tuple[Any, ...]]:
    case = st.builds(
        SmallCase,
        kind=st.sampled_from(["app", "platform", "platform"]),
        admin=st.booleans(),
        measure=st.sampled_from(["ban", "ban", "temporary", "warning", "unknown"]),
        noticed=st.integers(0, 5),
        answer=st.sampled_from(["", "", "", "requested", "unchanged", "reversed"]),
        stopped=st.sampled_from([None, 0, 3]),
        others=st.sampled_from([(), ("Tom",)]),
    )
    return st.tuples(case, st.one_of(st.integers(5, 20), st.integers(88, 97)))


def gaps_by_hand(case: SmallCase) -> list[tuple[str, str]]:
    """The contract of evidence_gaps: the best that any item does for a fact."""
    found = []
    for fact in case.facts:
        ranks = [0]
        ranks += [
            1 if item.code else 3 if item.struck or not item.others else 2
            for item in case.evidence
            if fact in item.shows
        ]
        if max(ranks) < 3:
            found.append((fact, ("nothing", "never", "strike")[max(ranks)]))
    return found


def _evidence() -> st.SearchStrategy[tuple[Any, ...]]:
    facts = st.lists(st.sampled_from(["f", "g", "fg", "h"]), unique=True, max_size=4).map(tuple)
    item = st.builds(
        Item,
        st.just("item"),
        facts,
        st.booleans(),
        st.booleans(),
        st.sampled_from([True, False, False]),
    )
    evidence = st.lists(item, max_size=4).map(tuple)
    return st.tuples(st.builds(SmallCase, facts=facts, evidence=evidence))


def redact_by_hand(text: str, case: SmallCase) -> str:
    """The contract of redact, character by character."""
    codes = _code_outside_phones(text)
    made, at = "", 0
    while at < len(text):
        phone, code = _phone(text, at), codes(text, at)
        part = text[at : at + phone]
        if phone:
            made += part if _digits(part) == case.number else "[number]"
        else:
            made += "[code]" if code else text[at]
        at += phone or code or 1
    text = made
    for name in sorted(case.others, key=len, reverse=True):
        text = _scan(text, _name(name), lambda _: "[name]")
    return text


def _scan(text: str, match: Callable[[str, int], int], change: Callable[[str], str]) -> str:
    made, at = "", 0
    while at < len(text):
        size = match(text, at)
        made += change(text[at : at + size]) if size else text[at]
        at += size or 1
    return made


def _digits(text: str) -> str:
    return "".join(one for one in text if one in "+0123456789")


def _phone(text: str, at: int) -> int:
    if text[at] != "+":
        return 0
    count, end, now = 0, at, at + 1
    while now < len(text) and count < 15:
        if text[now].isdigit():
            count, end = count + 1, now
            now += 1
        elif count and text[now] in " .-" and text[now + 1 : now + 2].isdigit():
            now += 1
        else:
            break
    return end - at + 1 if count >= 8 else 0


def _word(text: str, at: int) -> bool:
    return 0 <= at < len(text) and (text[at].isalnum() or text[at] == "_")


def _code_outside_phones(whole: str) -> Callable[[str, int], int]:
    kept = {at + i for at in range(len(whole)) for i in range(_phone(whole, at))}

    def match(text: str, at: int) -> int:
        if at in kept:
            return 0
        for size in (6, 7):
            part = text[at : at + size]
            digits = part if size == 6 else part[:3] + part[4:]
            if len(part) != size or not (digits.isdigit() and len(digits) == 6):
                continue
            if size == 7 and part[3] not in " -":
                continue
            if not _word(text, at - 1) and not _word(text, at + size):
                return size
        return 0

    return match


def _name(name: str) -> Callable[[str, int], int]:
    def match(text: str, at: int) -> int:
        here = text[at : at + len(name)].lower() == name.lower()
        alone = not _word(text, at - 1) and not _word(text, at + len(name))
        return len(name) if here and alone else 0

    return match


@st.composite
def _texts(give: st.DrawFn) -> tuple[str, SmallCase]:
    pieces = give(st.lists(st.sampled_from(_PIECES), max_size=6))
    text = ", ".join(pieces)
    if give(st.booleans()):
        text = text.replace(", ", give(st.sampled_from(["; ", " / ", ",", "! "])))
    others = give(st.sampled_from([(), ("Tom",), ("Tom", "Tom Ellery"), ("Ida", "Tom Ellery")]))
    return text, SmallCase(others=others)


def bounds_by_hand(figures: Figures) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """The contract of outcome_bounds: try every mixture at which something can change."""
    given = (figures.overall, figures.early, figures.late)
    if any(one is not None and not 0 <= one <= 100 for one in given):
        return None
    choices = [(one,) if one is not None else (0, 100) for one in given]
    edges = {Fraction(0), Fraction(1)}
    for overall, early, late in product(*choices):
        if early != late:
            edges.add(Fraction(overall - late, early - late))

    def fits(share: Fraction) -> bool:
        mixed = [share * early + (1 - share) * late for early, late in product(*choices[1:])]
        return min(mixed) <= choices[0][-1] and max(mixed) >= choices[0][0]

    inside = sorted(share for share in edges if 0 <= share <= 1 and fits(share))
    assert all(fits((low + high) / 2) for low, high in pairwise(inside))
    if not inside:
        return None
    return inside[0].as_integer_ratio(), inside[-1].as_integer_ratio()


def _figures() -> st.SearchStrategy[tuple[Any, ...]]:
    figure = st.one_of(
        st.none(), st.integers(0, 100), st.sampled_from([0, 3, 12, 54, 100]), st.integers(-2, 103)
    )
    return st.tuples(st.builds(Figures, figure, figure, figure))


def grounded_by_hand(letter: str, case: SmallCase) -> list[str]:
    """The contract of grounded, character by character."""
    held = {token for text in (*case.facts, case.number) for token in _tokens(text)}
    found: list[str] = []
    for token in _tokens(letter):
        if token not in held and token not in found:
            found.append(token)
    return found


def _tokens(text: str) -> list[str]:
    found, at = [], 0
    while at < len(text):
        size = 0
        while at + size < len(text) and text[at + size].isdigit():
            size += 1
        shape = "".join("d" if one.isdigit() else one for one in text[at : at + 10])
        size = 10 if shape == "dddd-dd-dd" else size
        if size:
            found.append(text[at : at + size])
        at += size or 1
    return found


@st.composite
def _letters(give: st.DrawFn) -> tuple[str, SmallCase]:
    word = st.sampled_from(_WORDS)
    letter = give(st.sampled_from([" ", ", ", ". "])).join(give(st.lists(word, max_size=6)))
    facts = tuple(
        " ".join(give(st.lists(word, max_size=3))) for _ in range(give(st.integers(0, 3)))
    )
    return letter, SmallCase(facts=facts)
