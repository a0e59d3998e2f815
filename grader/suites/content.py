"""Module m04, build: the unseen checks. Cases are drawn once for each seed, answers included."""

from __future__ import annotations

import importlib.util
import math
import re
import unicodedata
from fractions import Fraction
from pathlib import Path
from random import Random
from types import ModuleType
from typing import Any

from hypothesis import strategies as st

from fairmark.draw import draw
from sendwell.checklist import REASONS, Audience, Draft, Finding
from sendwell.checks import Suite
from sendwell.checks.elsewhere import Script
from sendwell.checks.expect import Partly
from sendwell.checks.learner import Learner
from sendwell.checks.suites.classifying import (
    NAMES,
    RATE,
    SECONDS,
    Trial,
    expect_parts,
    in_bands,
    is_unwanted,
    some_messages,
    try_out,
)
from sendwell.checks.suites.content import (
    Trained,
    expect_probabilities,
    measuring,
    script_of,
)
from sendwell.data import Message, messages
from sendwell.looks import LINK, LOOK_ALIKES, PHONE

HINTS = (
    "These checks use inputs that are not printed in the notebook.",
    "Write down what the contract says for the failing case, then follow your code by hand.",
    "Try the ties and the empty cases: equal scores, one kind only, words never seen.",
)

#: What messages are made of: plain, stretched, invisible and mixed words, links and numbers.
_PIECES = st.sampled_from(
    [
        *(
            "win",
            "See",
            "SOOO",
            "mmmh",
            "WIIIN",
            "caff\u00e8\u00e8\u00e8",
            "nai\u0308ve",
            "\ufb01nee",
        ),
        *(
            "fr\u0435e",
            "\u0420rize",
            "g\u03bfld",
            "\u043c\u0430\u043c\u0430",
            "\u03b1\u03b2",
            "b\u043e\u0323\u0430t",
        ),
        *(
            "pr\u200bize",
            "\u00ad",
            "\u2060ok",
            "\u200d",
            "\uff37\uff29\uff2e",
            "\U0001d5d9\U0001d5e5",
            "\u00b2",
        ),
        *(
            "https://a.example/x?y=1",
            "www.b.test",
            "07700900123.net",
            "htttp://c",
            "shop.commm",
            "it.com-pany",
        ),
        *("+44 7700 900123", "020 7946 0018", "(06)1234567890", "12345678", "1234567890123456"),
        *("10:30", "24/05/2026", "1000000", "!!!", "__", "\n", "\u00a0", "\U0001f600"),
    ]
)
_TEXTS = st.lists(st.tuples(_PIECES, st.sampled_from(["", " ", " ", ", "])), max_size=5).map(
    lambda parts: "".join(piece + after for piece, after in parts)
)
_SCORES = st.sampled_from([-1.0, 0.0, 0.25, 0.5, 0.5, 0.75, 1.0, 3.5])


@st.composite
def _measured(give: st.DrawFn) -> tuple[list[bool], list[float], float]:
    labels = give(st.lists(st.booleans(), max_size=9))
    return labels, [give(_SCORES) for _ in labels], give(_SCORES)


@st.composite
def _costs(give: st.DrawFn) -> tuple[list[bool], list[float], float, float, float]:
    # Powers of two: whatever the order of multiplications, every cost is exact, and so is a tie.
    sizes = st.sampled_from([1, 2, 4, 8])
    labels = give(st.permutations([True] * give(sizes) + [False] * give(sizes)))
    return (
        [*labels],
        [give(_SCORES) for _ in labels],
        give(st.sampled_from([0.125, 0.25, 0.5, 0.75, 0.875])),
        give(st.sampled_from([0.0, 0.5, 1.0, 2.0, 8.0])),
        give(st.sampled_from([0.0, 0.5, 1.0, 2.0, 8.0])),
    )


@st.composite
def _trained(give: st.DrawFn) -> tuple[list[str], list[bool], float, list[str]]:
    word = st.sampled_from(["win", "Win", "hi", "you", "2", "caffè", "prize"])
    text = st.lists(word, max_size=6).map(" ".join)
    texts = give(st.lists(text, min_size=1, max_size=6))
    labels = [give(st.booleans()) for _ in texts]
    alpha = give(st.sampled_from([0.25, 0.5, 1.0, 2.0]))
    marked = st.lists(st.one_of(word, st.just("never")), max_size=5).map("! ".join)
    return texts, labels, alpha, give(st.lists(marked, min_size=1, max_size=3))


def one_spelling(text: str) -> str:
    """The contract of normalise, character by character where the notebook gives no pattern."""
    text = "".join(c for c in text if unicodedata.category(c) != "Cf")
    text = unicodedata.normalize("NFKC", text).lower()
    changed, start = [*text], 0
    while start < len(text):
        end = start
        while end < len(text) and (
            _is_letter(text[end]) or (end > start and _is_accent(text[end]))
        ):
            end += 1
        if any("a" <= c <= "z" for c in text[start:end]):
            changed[start:end] = [LOOK_ALIKES.get(c, c) for c in text[start:end]]
        start = max(end, start + 1)
    text = unicodedata.normalize("NFKC", "".join(changed))
    text = re.sub(PHONE, "<phone>", re.sub(LINK, "<link>", text))
    return "".join(
        c for n, c in enumerate(text) if n < 2 or not _is_letter(c) or text[n - 2 : n] != c + c
    )


def _is_letter(character: str) -> bool:
    return character.isalnum() and not character.isnumeric()


def _is_accent(character: str) -> bool:
    return "\u0300" <= character <= "\u036f"


def rates(labels: list[bool], scores: list[float], threshold: float) -> dict[str, Any]:
    """The contract of metrics, counted pair by pair."""
    flags = [not score < threshold for score in scores]
    pairs = [*zip(labels, flags, strict=True)]
    found, missed = pairs.count((True, True)), pairs.count((True, False))
    alarms, passed = pairs.count((False, True)), pairs.count((False, False))

    def rate(part: int, rest: int) -> float | None:
        return part / (part + rest) if part + rest else None

    return {
        "found": found,
        "missed": missed,
        "alarms": alarms,
        "passed": passed,
        "precision": rate(found, alarms),
        "recall": rate(found, missed),
        "false_alarm_rate": rate(alarms, passed),
    }


def cheapest(
    labels: list[bool], scores: list[float], share: float, miss: float, alarm: float
) -> float:
    """The contract of best_threshold: all costs as fractions, then the highest of the least."""

    def cost(threshold: float) -> Fraction:
        of = rates(labels, scores, threshold)
        missed = Fraction(of["missed"], of["found"] + of["missed"])
        alarms = Fraction(of["alarms"], of["alarms"] + of["passed"])
        weight = Fraction(share)
        return weight * missed * Fraction(miss) + (1 - weight) * alarms * Fraction(alarm)

    candidates = {*scores, math.inf}
    least = min(map(cost, candidates))
    return max(threshold for threshold in candidates if cost(threshold) == least)


def exactly(texts: list[str], labels: list[bool], alpha: float, asked: str) -> float:
    """The contract of NaiveBayes in exact fractions, without a logarithm."""
    words = {
        kind: [
            w for t, label in zip(texts, labels, strict=True) if label is kind for w in _words(t)
        ]
        for kind in (True, False)
    }
    vocabulary = {*words[True], *words[False]}
    likely = {kind: Fraction(labels.count(kind), len(labels)) for kind in (True, False)}
    for kind in (True, False):
        below = len(words[kind]) + Fraction(alpha) * len(vocabulary)
        for word in _words(asked):
            if word in vocabulary:
                likely[kind] *= (words[kind].count(word) + Fraction(alpha)) / below
    return float(likely[True] / (likely[True] + likely[False]))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def suites(seed: int) -> list[Suite]:
    """The unseen suites of the module, their cases drawn with ``seed``."""
    return [
        _normalise(seed),
        _metrics(seed),
        _best_threshold(seed),
        _naive_bayes(seed),
        _split_by_family(seed),
        _classifier(seed),
        _review_my_message(seed),
    ]


def _normalise(seed: int) -> Suite:
    suite = Suite("content.normalise")
    given = [*dict.fromkeys(draw(_TEXTS, 80, seed))]
    script = Script.of_calls("normalise", [((text,), one_spelling(text)) for text in given])
    done = [*dict.fromkeys(one_spelling(text) for text in given)]
    again = Script.of_calls(
        "normalise",
        [((text,), text, "This text is normalised: it stays as it is.") for text in done],
    )

    @suite.check("follows the steps on unseen texts", points=2, hints=HINTS)
    def agrees(learner: Learner) -> None:
        learner.expect_script(script)

    @suite.check("a text that is normalised stays as it is", points=1, hints=HINTS)
    def stays(learner: Learner) -> None:
        learner.expect_script(again)

    return suite


def _metrics(seed: int) -> Suite:
    suite = Suite("content.metrics")
    cases = [(case, rates(*case)) for case in draw(_measured(), 40, seed)]

    @suite.check("agrees with counting by hand on unseen scores", points=2, hints=HINTS)
    def agrees(learner: Learner) -> None:
        measuring(learner, cases)

    return suite


def _best_threshold(seed: int) -> Suite:
    suite = Suite("content.best_threshold")
    script = Script.of_calls(
        "best_threshold", [(case, cheapest(*case)) for case in draw(_costs(), 40, seed)]
    )

    @suite.check("agrees with trying every threshold on unseen scores", points=3, hints=HINTS)
    def agrees(learner: Learner) -> None:
        learner.expect_script(script)

    return suite


def _naive_bayes(seed: int) -> Suite:
    suite = Suite("content.naive_bayes")
    cases: list[Trained] = [
        (texts, labels, alpha, asked, [exactly(texts, labels, alpha, one) for one in asked])
        for texts, labels, alpha, asked in draw(_trained(), 30, seed)
    ]
    script = script_of(cases)

    @suite.check("agrees with exact fractions on unseen messages", points=4, hints=HINTS)
    def agrees(learner: Learner) -> None:
        expect_probabilities(learner, script, cases)

    return suite


#: What recall gives a point on held-back messages, and what it must be under each attack for one.
#: Resampled by family, recall has a standard deviation of 0.11 to 0.13: the bands are wider.
BANDS = (0.2, 0.4, 0.6)
UNDER_ATTACK = 0.4


def _beside(name: str) -> ModuleType:
    """A file beside this one, by its path: nothing that learners import reaches it."""
    path = Path(__file__).parent / name
    spec = importlib.util.spec_from_file_location(f"grader_{path.stem}", path)
    if spec is None or spec.loader is None:
        raise ImportError(f"{path} cannot be read as Python.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def held_back_trial(language: str, seed: int) -> Trial:
    """Learn from the course's messages; be tried on held-back ones, and on those under attack."""
    held = _beside("heldback.py").held_back(language)
    attacks = _beside("attacks.py").ATTACKS
    unwanted = [message.text for message in held if is_unwanted(message)]
    random = Random(seed)  # noqa: S311
    more = [
        (name, tuple(change(text, random) for text in unwanted))
        for name, change in attacks.items()
        if name != "clean"
    ]
    return Trial(messages(language), held, tuple(more), seed)


@st.composite
def _split(give: st.DrawFn) -> tuple[list[Message], float, int]:
    names = give(st.lists(st.sampled_from("abcdefg"), max_size=12))
    share = give(st.sampled_from([0.0, 0.25, 0.3, 0.5, 0.75, 1.0]))
    given = some_messages(*((f"text {n}", name) for n, name in enumerate(names)))
    return given, share, give(st.integers(0, 99))


def split_families(some: list[Message], share: float, seed: int) -> str:
    """The families of the tried part, by going through the shuffled ones."""
    families = sorted({message.family for message in some})
    Random(seed).shuffle(families)  # noqa: S311
    sizes = [sum(message.family == family for message in some) for family in families]
    count = 0
    while count < len(families) and sum(sizes[:count]) < share * len(some):
        count += 1
    return "".join(families[:count])


_SAID = st.lists(
    st.sampled_from(
        ["Win", "win", "a", "100", "5%", "CAFF\u00c8", "caff\u00e8", "now", "-", "n0w"]
    ),
    max_size=3,
).map(" ".join)


def copies(training: list[Message], tried: list[Message]) -> list[str]:
    """The contract of leaks, letter by letter."""

    def bare(text: str) -> list[str]:
        return "".join(c if c.isalpha() else " " for c in text.lower()).split()

    return [m.id for m in tried if any(bare(m.text) == bare(other.text) for other in training)]


def _split_by_family(seed: int) -> Suite:
    suite = Suite("content.split_by_family")
    cases = [(case, split_families(*case), "") for case in draw(_split(), 30, seed)]
    said = draw(st.tuples(st.lists(_SAID, max_size=4), st.lists(_SAID, max_size=4)), 30, seed)
    both = [[some_messages(*((text, "f") for text in part)) for part in pair] for pair in said]
    script = Script.of_calls("leaks", [((one, two), copies(one, two)) for one, two in both])

    @suite.check("splits unseen messages as the contract says", points=2, hints=HINTS)
    def splits(learner: Learner) -> None:
        expect_parts(learner, cases, "split_by_family")

    @suite.check("finds the copies among unseen messages", points=1, hints=HINTS)
    def finds(learner: Learner) -> None:
        learner.expect_script(script)

    return suite


_WORDS_OF_DRAFTS = st.sampled_from(
    [
        *(
            "Sole",
            "Sole Caffè",
            "you asked",
            "Your order",
            "hai chiesto",
            "stop",
            "STOP",
            "stops",
        ),
        *(
            "SALE",
            "BIG",
            "figs",
            "wow!!",
            "what?!",
            "ok!",
            "\u2600\u2600",
            "\u2600",
            "free",
            "gratis",
        ),
        *("a.example", "WWW.b.test/NOW!!", "https://c.example"),
    ]
)
_DRAFTS = st.builds(
    Draft,
    st.lists(_WORDS_OF_DRAFTS, max_size=9).map(" ".join),
    st.sampled_from(["Sole Caffè", "Sole", ""]),
    st.sampled_from(["", "", "menu.pdf"]),
)
_AUDIENCES = st.builds(Audience, st.sampled_from([True, True, True, False]), st.integers(0, 2))


def reviewed(draft: Draft, audience: Audience) -> list[Finding]:
    """The contract of review_my_message: everything that could be said, then what is true."""
    if not audience.asked:
        return [Finding("not-asked", "")]
    low, loud = draft.text.lower(), re.sub(LINK, " ", draft.text, flags=re.IGNORECASE)
    words = "".join(c if c.isalpha() else " " for c in low).split()
    emoji = [c for c in loud if unicodedata.category(c) == "So"]
    said = [
        (audience.left > 0, Finding("left", "")),
        (draft.sender == "" or low.find(draft.sender.lower()) < 0, Finding("sender", "")),
        (not [reason for reason in REASONS if low.count(reason)], Finding("reason", "")),
        ("stop" not in words, Finding("stop", "")),
    ]
    links = [match[0] for match in re.finditer(LINK, draft.text, re.IGNORECASE)]
    said += [(n > 0, Finding("links", link)) for n, link in enumerate(links)]
    said.append((bool(draft.attachment), Finding("attachment", draft.attachment)))
    for word in re.split(r"[\W\d_]+", loud):
        shouted = word == word.upper() != word.lower() and len(word) >= 4
        said.append((shouted and word != "STOP", Finding("shouting", word)))
    said += [(len(run) >= 2, Finding("marks", run)) for run in re.split("[^!?]+", loud)]
    said.append((len(emoji) >= 4, Finding("emoji", "".join(emoji))))
    return [finding for true, finding in said if true]


def _review_my_message(seed: int) -> Suite:
    suite = Suite("content.review_my_message")
    cases = draw(st.tuples(_DRAFTS, _AUDIENCES), 60, seed)
    script = Script.of_calls("review_my_message", [(case, reviewed(*case)) for case in cases])

    @suite.check("finds what the table says in unseen drafts", points=3, hints=HINTS)
    def finds(learner: Learner) -> None:
        learner.expect_script(script)

    return suite


def _classifier(seed: int) -> Suite:
    suite = Suite("content.classifier")

    for language, name in NAMES.items():
        _held_back_check(suite, name, held_back_trial(language, seed))
    return suite


def _held_back_check(suite: Suite, name: str, trial: Trial) -> None:
    @suite.check(
        f"{name}: finds unwanted messages that are held back, clean and in disguise",
        points=len(BANDS) + len(trial.more),
        hints=(
            "These messages are held back: nobody is shown them, only how many are found.",
            "What does your own trial on families not seen say? Improve that, and this follows.",
            "Normalise in fit and in score; words and pairs of neighbours; count each once a text.",
        ),
        seconds=SECONDS,
    )
    def finds(learner: Learner) -> None:
        found = try_out(learner, trial)
        earned = in_bands(found.recall, BANDS)
        told = [f"clean {found.recall:.0%} ({earned} of {len(BANDS)} points)"]
        for attack, recall in found.more.items():
            point = recall >= UNDER_ATTACK
            earned += point
            told.append(f"{attack} {recall:.0%} ({point:d} of 1 point)")
        if earned < len(BANDS) + len(trial.more):
            raise Partly(
                earned,
                f"Share of the unwanted messages that is found, with {RATE:.0%} of the honest ones "
                f"flagged: {'; '.join(told)}. Clean, each of "
                f"{', '.join(f'{band:.0%}' for band in BANDS)} is a point; in disguise, "
                f"{UNDER_ATTACK:.0%} is one. It finds least of: {found.worst()}.",
            )
