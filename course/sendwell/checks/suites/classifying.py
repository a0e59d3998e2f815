"""Module m04, going further: a classifier of the learner's own, and how it is judged.

A trial is what it learns from, and what it is tried on; the labels of the latter stay here. What
is wrong is told by kind of message, never by text, so that held-back messages stay held back.
"""

from __future__ import annotations

import functools
import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from statistics import fmean
from typing import Any

from sendwell.checks.elsewhere import Script, Step
from sendwell.checks.expect import Mismatch, Partly, expect_that
from sendwell.checks.learner import Learner, LearnerError
from sendwell.checks.suite import Suite
from sendwell.checks.values import kind_of, show
from sendwell.data import LANGUAGES, Message, disguised, messages

#: Labels of messages that somebody wanted, or may well have wanted.
WANTED = frozenset({"personal", "service", "invited"})
#: The share of honest messages that may be flagged.
RATE = 0.05
#: Seconds for learning and scoring: several times what a plain answer takes.
SECONDS = 6.0
NAMES = {"en": "English", "it": "Italian"}


def is_unwanted(message: Message) -> bool:
    """Whether nobody asked for it."""
    return message.label not in WANTED


@dataclass(frozen=True)
class Trial:
    """Messages to learn from, and others to be scored; ``more`` are further texts, by name."""

    training: tuple[Message, ...]
    tried: tuple[Message, ...]
    more: tuple[tuple[str, tuple[str, ...]], ...] = ()
    seed: int = 0

    @functools.cached_property
    def order(self) -> list[int]:
        """The places of the texts as they are asked: shuffled, so that order says nothing."""
        places = [*range(len(self.tried) + sum(len(some) for _, some in self.more))]
        Random(self.seed).shuffle(places)  # noqa: S311
        return places

    @functools.cached_property
    def script(self) -> Script:
        """Make a classifier, let it learn, and ask it for the score of every text."""
        texts = [message.text for message in self.tried]
        texts += [text for _, some in self.more for text in some]
        calls = (("fit", self.training), *(("score", texts[place]) for place in self.order))
        return Script((Step("Classifier", calls=calls),))


@dataclass(frozen=True)
class Found:
    """How high a threshold is at RATE false alarms, and what lies above it.

    ``kinds`` has for each label of unwanted messages how many are found, and how many there are.
    """

    threshold: float
    recall: float
    kinds: Mapping[str, tuple[int, int]]
    more: Mapping[str, float]

    def worst(self) -> str:
        """The three kinds that are found least often, in words."""
        by_share = sorted(self.kinds, key=lambda k: (self.kinds[k][0] / self.kinds[k][1], k))
        return ", ".join("{} ({} of {})".format(k, *self.kinds[k]) for k in by_share[:3])


def threshold_at(honest: Iterable[float], rate: float = RATE) -> float:
    """The lowest threshold that at most ``rate`` of the honest scores lie above."""
    scores = sorted(honest, reverse=True)
    return scores[int(rate * len(scores))]


def try_out(learner: Learner, trial: Trial) -> Found:
    """Let the learner's Classifier learn and score. No text is shown, whatever goes wrong."""
    try:
        (done,) = learner.perform(trial.script)
    except LearnerError as error:
        what = error.problem.partition(":")[0]
        raise Mismatch(
            f"your Classifier raised {what} while it learnt or scored",
            "a number for every text",
            "Texts may be empty or long, and hold words and signs never seen.",
        ) from None
    finally:
        learner.forget()
    asked = dict(zip(trial.order, done.results[1:], strict=True))
    return judge(trial, [asked[place] for place in range(len(asked))])


def judge(trial: Trial, scores: Sequence[Any]) -> Found:
    """What the scores of a trial's texts are worth; raises Mismatch for what is no number."""
    for score in scores:
        expect_that(is_number(score), f"a score is {_shown(score)}", "an int or a float")
    own, rest = scores[: len(trial.tried)], scores[len(trial.tried) :]
    pairs = [*zip(trial.tried, own, strict=True)]
    threshold = threshold_at(score for message, score in pairs if not is_unwanted(message))
    there = Counter(message.label for message, _ in pairs if is_unwanted(message))
    found = Counter(m.label for m, score in pairs if is_unwanted(m) and score > threshold)
    more, start = {}, 0
    for name, some in trial.more:
        above = sum(score > threshold for score in rest[start : start + len(some)])
        more[name] = above / len(some)
        start += len(some)
    kinds = {label: (found[label], count) for label, count in there.items()}
    return Found(threshold, found.total() / there.total(), kinds, more)


def is_number(score: Any) -> bool:
    """A plain int or float, infinities included, NaN not."""
    return type(score) in (int, float) and not math.isnan(score)


def _shown(score: Any) -> str:
    return "NaN" if type(score) is float else kind_of(score)


def in_bands(recall: float, bands: Sequence[float]) -> int:
    """A point for each of ``bands`` that ``recall`` reaches."""
    return sum(recall >= band for band in bands)


@functools.cache
def own_trials(language: str) -> tuple[Trial, ...]:
    """The notebook's own: each third of the course's families is tried once.

    The thirds are dealt out by kind of message, so that hardly a kind is tried unlearnt.
    """
    some = messages(language)
    kinds = {(message.label, message.family) for message in some}
    families = [family for _, family in sorted(kinds)]
    return tuple(_trial(some, {*families[third::3]}, language) for third in range(3))


def _trial(some: tuple[Message, ...], tried: set[str], language: str) -> Trial:
    examples = [one for one in disguised(language) if one.family in tried]
    return Trial(
        tuple(m for m in some if m.family not in tried),
        tuple(m for m in some if m.family in tried),
        tuple(
            (name, tuple(one.text for one in examples if one.origin == name))
            for name in ("plain", "invisible", "look-alikes")
        ),
    )


split_by_family = Suite("content.split_by_family")


def some_messages(*pairs: tuple[str, str]) -> list[Message]:
    """Messages m1, m2, ... with these texts and families."""
    return [
        Message(f"m{n}", text, "en", "personal", family, "written")
        for n, (text, family) in enumerate(pairs, 1)
    ]


#: Ten messages: four of family a, three of b, two of c, one of d.
TEN = some_messages(*((f"text {n}", family) for n, family in enumerate("abacabadbc", 1)))


def parts(some: Sequence[Message], tried: str) -> tuple[list[Message], list[Message]]:
    """The training part, and the part of the families in ``tried``."""
    return [m for m in some if m.family not in tried], [m for m in some if m.family in tried]


def expect_parts(
    learner: Learner, cases: Iterable[tuple[tuple[Any, ...], str, str]], name: str
) -> None:
    """Call ``name`` for each case (arguments, tried families, why); show families, not records."""
    given = [*cases]
    script = Script(tuple(Step(name, args) for args, *_ in given))
    for (args, tried, why), done in zip(given, learner.perform(script), strict=True):
        expect_that(
            type(done.value) is tuple
            and len(done.value) == 2
            and all(type(part) is list for part in done.value),
            f"got {kind_of(done.value)}",
            "a tuple of two lists, the training part and the tried part",
        )
        wanted = parts(args[0], tried)
        for part, found, want in zip(("training", "tried"), done.value, wanted, strict=True):
            ids, right = ([getattr(one, "id", show(one)) for one in some] for some in (found, want))
            expect_that(ids == right, f"the {part} part is {show(ids)}", show(right), why)


@split_by_family.check(
    "whole families go to the tried part, in shuffled order",
    points=2,
    hints=(
        "What is shuffled: families or messages?",
        "Sort the family names, shuffle them with random.Random(seed), take from the front.",
        "families = sorted({m.family for m in messages}); random.Random(seed).shuffle(families)",
    ),
)
def _families(learner: Learner) -> None:
    why = "Shuffled with seed {}, the families are {}."
    expect_parts(
        learner,
        [
            ((TEN, 0.3, 1), "da", why.format(1, "d, a, c, b")),
            ((TEN, 0.3, 2), "b", why.format(2, "b, c, d, a")),
            ((TEN, 0.3, 4), "ca", why.format(4, "c, a, d, b")),
            ((TEN[::-1], 0.3, 1), "da", "The messages keep the order in which they were given."),
        ],
        "split_by_family",
    )


@split_by_family.check(
    "it takes families until the share is reached, and no more",
    points=2,
    hints=(
        "When does it stop to take families?",
        "Before each family it asks: are fewer than share * len(messages) taken?",
        "for family in families: if taken < share * len(messages): tried.add(family)",
    ),
)
def _share(learner: Learner) -> None:
    expect_parts(
        learner,
        [
            ((TEN, 0.0, 1), "", "Nothing is wanted, nothing is taken."),
            ((TEN, 0.1, 1), "d", "d has one message, and one is wanted."),
            ((TEN, 0.2, 1), "da", "With d there is one of two: the next family goes, whole."),
            ((TEN, 0.5, 1), "da", "d and a are five of ten: that is enough."),
            ((TEN, 0.51, 1), "dac", "Five of ten are fewer than 5.1."),
            ((TEN, 1.0, 1), "abcd", "All are wanted."),
            (([], 0.3, 1), "", "There is nothing to split."),
        ],
        "split_by_family",
    )


@split_by_family.check(
    "finds every copy across the two parts",
    points=2,
    hints=(
        "Which texts have the same words, in the same order?",
        "Take the words of every training text, in lower case, as a tuple, and put them in a set.",
        'tuple(re.findall(r"[^\\W\\d_]+", text.lower()))',
    ),
)
def _copies(learner: Learner) -> None:
    learnt = some_messages(("Win 100 now!", "a"), ("See you", "b"), ("1234", "c"))
    tried = [
        Message(f"t{n}", text, "en", "personal", "z", "written")
        for n, text in enumerate(
            ["win 250 NOW", "now win", "see you", "See you soon", ":-)", "Win 100 now!"], 1
        )
    ]
    learner.expect_calls(
        "leaks",
        [
            (
                (learnt, tried),
                ["t1", "t3", "t5", "t6"],
                (
                    "t1, t3 and t6 have the words of a training text. t5 and '1234' have no word "
                    "at all, which is the same, too. t2 has another order, t4 one word more."
                ),
            ),
            ((learnt, []), [], "Nothing is tried."),
            (([], tried), [], "Nothing is learnt."),
            ((tried, learnt), ["m1", "m2", "m3"], "The ids are those of the tried part."),
        ],
        untouched=True,
    )


classifier = Suite("content.classifier")


def _small(*texts: tuple[str, str]) -> tuple[Message, ...]:
    return tuple(
        Message(f"small-{n}", text, "en", label, f"small-{n}", "written")
        for n, (text, label) in enumerate(texts, 1)
    )


_SMALL = _small(
    ("win a prize today, claim your prize", "scam-prize"),
    ("claim a big prize now", "scam-prize"),
    ("cheap printing for your shop, call now", "uninvited"),
    ("see you at the station", "personal"),
    ("your order is ready at the shop", "service"),
    ("thanks, see you on Monday", "personal"),
)
_BECAUSE = "Learnt from six messages: prizes are unwanted, stations are not."


def _scores(
    learner: Learner, learnt: Sequence[tuple[Message, ...]], texts: Sequence[str]
) -> list[Any]:
    """What one Classifier says of ``texts`` after it has learnt from each of ``learnt``."""
    calls = (*(("fit", some) for some in learnt), *(("score", text) for text in texts))
    (done,) = learner.perform(Script((Step("Classifier", calls=calls),)))
    return done.results[len(learnt) :]


@classifier.check(
    "gives every text a number",
    points=1,
    hints=(
        "What does score return for an empty text?",
        "score returns one int or float for any text, also for one without a word that was learnt.",
        "return float(...) at the end of score; start a sum of logarithms with 0.0",
    ),
)
def _number(learner: Learner) -> None:
    texts = ["claim your prize", "", "bonjour", "\U0001f600 \u4f60\u597d", "prize see " * 2_000]
    for text, score in zip(texts, _scores(learner, [_SMALL], texts), strict=True):
        expect_that(
            is_number(score),
            f"got {show(score)} for {show(text)}",
            "an int or a float, and not NaN",
            "Any text has a score.",
        )


@classifier.check(
    "unwanted texts get the higher score",
    points=1,
    hints=(
        "Which way round is your score?",
        "The more a text looks like unwanted training messages, the higher its score.",
        'unwanted = message.label not in {"personal", "service", "invited"}',
    ),
)
def _way_round(learner: Learner) -> None:
    unlike = ["claim your prize", "see you at the station"]
    bad, good = _scores(learner, [_SMALL], unlike)
    expect_that(
        is_number(bad) and is_number(good) and bad > good,
        f"got {show(bad)} for {show(unlike[0])} and {show(good)} for {show(unlike[1])}",
        "the first to be higher",
        _BECAUSE,
    )


@classifier.check(
    "fit starts anew",
    points=1,
    hints=(
        "What is left of the first fit at the second?",
        "Make counters and weights in fit. What is random starts from a fixed seed.",
        "def fit(self, messages): self.counts = {True: Counter(), False: Counter()}",
    ),
)
def _anew(learner: Learner) -> None:
    texts = ["claim your prize", "see you at the station", "the shop"]
    other = _small(("see you at the station, shop", "abuse"), ("claim your prize", "invited"))
    once = _scores(learner, [_SMALL], texts)
    again = _scores(learner, [other, _SMALL], texts)
    expect_that(
        once == again,
        f"got {show(again)} after learning something else first",
        show(once),
        "Only the messages of the last fit count, and the same messages give the same scores.",
    )


#: What recall gives a point in the notebook's own trial. A fifth apart: see decision 12.
OWN_BANDS = (0.2, 0.4)


def _own(learner: Learner, language: str) -> None:
    thirds = [try_out(learner, trial) for trial in own_trials(language)]
    recall = fmean(third.recall for third in thirds)
    earned = in_bands(recall, OWN_BANDS)
    if earned < len(OWN_BANDS):
        worst = min(thirds, key=lambda third: third.recall)
        raise Partly(
            earned,
            f"Your Classifier finds {recall:.0%} of the unwanted messages that are in families it "
            f"has not seen, with {RATE:.0%} of the honest ones flagged. {_bands(OWN_BANDS)} "
            f"In the third where it does worst it finds least of: {worst.worst()}.",
        )


def _bands(bands: Sequence[float]) -> str:
    return f"Each of {', '.join(f'{band:.0%}' for band in bands)} is a point."


_HINTS = (
    "Does it do well on the very messages that it has learnt? Then it remembers; it must not.",
    "Start with your NaiveBayes over normalised words. Are there signs of more than one word?",
    "Feed NaiveBayes with words and pairs of neighbours of normalise(text), with alpha=0.3.",
)


@classifier.check(
    "English: finds unwanted messages of families it has not seen",
    points=2,
    hints=_HINTS,
    seconds=SECONDS,
)
def _english(learner: Learner) -> None:
    _own(learner, "en")


@classifier.check(
    "Italian: finds unwanted messages of families it has not seen",
    points=2,
    hints=_HINTS,
    seconds=SECONDS,
)
def _italian(learner: Learner) -> None:
    _own(learner, "it")


#: How much smaller the share found may be among the disguised examples.
LOSS = 0.15


@classifier.check(
    "finds them in disguise as well",
    points=2,
    hints=(
        "Look at the examples: print(ascii(disguised('en')[0].text)).",
        "Does score normalise the text first, exactly as fit does?",
        "def score(self, text): words = re.findall(r'\\w+', normalise(text))",
    ),
    seconds=2 * SECONDS,
)
def _disguised(learner: Learner) -> None:
    lost, told = set[str](), []
    for language in LANGUAGES:
        thirds = [try_out(learner, trial) for trial in own_trials(language)]
        plain = fmean(third.more["plain"] for third in thirds)
        for name in ("invisible", "look-alikes"):
            share = fmean(third.more[name] for third in thirds)
            if share < plain - LOSS or share < OWN_BANDS[0]:
                lost.add(name)
                told.append(f"{NAMES[language]}, {name}: {share:.0%} in place of {plain:.0%}")
    if lost:
        raise Partly(
            2 - len(lost),
            f"Of the course's disguised examples it finds fewer. {'; '.join(told)}. A disguise may "
            f"cost {LOSS:.0%}, and at least {OWN_BANDS[0]:.0%} must be found; each of the two "
            "disguises is a point.",
        )
