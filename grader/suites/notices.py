"""Module m01, build: the unseen checks. Cases are drawn once for each seed, answers included."""

from __future__ import annotations

import re

from hypothesis import strategies as st

from fairmark.draw import draw
from sendwell.checks import Suite
from sendwell.checks.elsewhere import Script
from sendwell.checks.expect import Partly
from sendwell.checks.learner import Learner
from sendwell.checks.values import same, show
from sendwell.notices import ACTIONS, KINDS, REASONS, UNITS, Case, Notice, Step

HINTS = (
    "These checks use inputs that are not printed in the notebook.",
    "Write down what the contract says for the failing case, then follow your code by hand.",
    "Try several cues in one text, cues inside other words, and rows that both fit.",
)
#: The share of unseen notices, in percent, that gives a point each.
BANDS = (50, 80, 100)

#: Not one of these is a cue, though some hold one.
_BESIDE = (
    "decode",
    "payment",
    "propaganda",
    "waiting",
    "spammer",
    "unofficial application",
    "your account",
    "il tuo account",
    "left",
    "24 minutes",
    "days",
    "7",
    "ora",
    "not allowed",
)


def suites(seed: int) -> list[Suite]:
    """The unseen suites of the module, their cases drawn with ``seed``."""
    return [_read_notice(seed), _next_step(seed)]


def by_hand(text: str) -> Notice:
    """The contract of read_notice, cue by cue with patterns."""
    text = text.lower()

    def first(rows: tuple[tuple[str, tuple[str, ...]], ...]) -> str:
        for name, cues in rows:
            for cue in cues:
                between = r"[\W_]+".join(cue.split())
                if re.search(rf"(?<![^\W\d_]){between}(?![^\W\d_])", text):
                    return name
        return ""

    kind = first(KINDS) or "unknown"
    if kind == "no notice":
        return Notice(kind, "", None, "")
    units = "|".join(sorted(UNITS, key=len, reverse=True))
    pairs = re.findall(rf"([0-9]+)[\W_]*({units})(?![^\W\d_])", text)
    hours = sum(int(number) * UNITS[unit] for number, unit in pairs)
    timed = kind == "temporary ban" and bool(pairs)
    return Notice(kind, first(REASONS), hours if timed else None, first(ACTIONS))


def _read_notice(seed: int) -> Suite:
    suite = Suite("notices.read_notice")
    harmless = [cue for _, cues in (*KINDS[1:], *REASONS, *ACTIONS) for cue in cues]
    timers = KINDS[1][1]
    wanted = KINDS[0][1]

    @st.composite
    def notice(give: st.DrawFn) -> tuple[str]:
        parts = give(st.lists(st.sampled_from([*harmless, *_BESIDE]), max_size=5))
        if give(st.booleans()):
            parts.append(give(st.sampled_from(timers)))
            number, unit = give(st.integers(0, 72)), give(st.sampled_from([*UNITS]))
            parts.append(f"{number}{give(st.sampled_from(['', ' ', '-']))}{unit}")
        if give(st.integers(0, 4)) == 0:
            parts.append(give(st.sampled_from(wanted)))
        parts = give(st.permutations(parts))
        between = st.sampled_from([". ", ", ", "\n", "  ", ": ", "!", " (", "/", "' "])
        text = "".join(part + give(between) for part in parts)
        return (give(st.sampled_from([text, text.upper(), text.capitalize()])),)

    cases = [(given, by_hand(*given)) for given in draw(notice(), 80, seed)]
    script = Script.of_calls("read_notice", cases)

    @suite.check("reads unseen notices, in bands", points=len(BANDS), hints=HINTS)
    def reads(learner: Learner) -> None:
        wrong = [
            (given[0], done.value, answer)
            for done, (given, answer) in zip(learner.perform(script), cases, strict=False)
            if not same(done.value, answer)
        ]
        if not wrong:
            return
        right = 100 * (len(cases) - len(wrong)) // len(cases)
        earned = sum(right >= band for band in BANDS)
        text, found, answer = min(wrong, key=lambda one: len(one[0]))
        raise Partly(
            earned,
            f"{len(cases) - len(wrong)} of {len(cases)} unseen notices are read right ({right}%). "
            f"Each of {', '.join(f'{band}%' for band in BANDS)} is a point. The shortest that is "
            f"not: read_notice({show(text)}) gave {show(found)}, expected {show(answer)}.",
        )

    return suite


def _next_step(seed: int) -> Suite:
    suite = Suite("notices.next_step")
    case = st.builds(
        Case,
        kind=st.sampled_from(["ban", "ban", "ban", "unknown", "warning", "temporary ban"])
        | st.just("no notice"),
        control=st.sampled_from(["owner alone"] * 4 + ["shared", "shared", "taken over"])
        | st.just("owner alone"),
        app=st.sampled_from(["official", "official", "official", "unofficial", "unknown"]),
        account=st.sampled_from(["personal", "business app", "business platform"]),
        stopped=st.booleans(),
        review=st.sampled_from(["", "", "review requested", "unchanged"]),
    )
    script = Script.of_calls(
        "next_step", [(given, table(*given)) for given in draw(st.tuples(case), 120, seed)]
    )

    @suite.check("the first row that fits, in unseen cases", points=3, hints=HINTS)
    def agrees(learner: Learner) -> None:
        learner.expect_script(script, "The first row that fits decides.")

    return suite


def table(case: Case) -> Step:
    """The contract of next_step, from the last row to the first: an earlier one overwrites."""
    platform = case.account == "business platform"
    step = Step("business support", 9) if platform else Step("request the review", 10)
    if not case.stopped:
        step = Step("wait and remove the cause", 8)
    if case.review == "review requested":
        step = Step("wait and remove the cause", 7)
    if case.review == "unchanged":
        step = Step("go on without it", 6)
    if case.kind in {"warning", "temporary ban"}:
        step = Step("wait and remove the cause", 5)
    if case.kind == "unknown":
        step = Step("business support", 3) if platform else Step("official app", 4)
    if not platform and case.app in {"unofficial", "unknown"}:
        step = Step("official app", 2)
    if case.kind == "no notice" or case.control in {"taken over", "unknown"}:
        step = Step("secure the account", 1)
    return step
