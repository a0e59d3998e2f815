"""Module m04, build: the checks that learners may read."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias

from sendwell.checks.elsewhere import Script, Step
from sendwell.checks.expect import expect_that
from sendwell.checks.learner import Learner
from sendwell.checks.suite import Suite
from sendwell.checks.values import kind_of, show

COUNTS = ("found", "missed", "alarms", "passed")
RATES = ("precision", "recall", "false_alarm_rate")

#: Training texts and labels, alpha, the texts asked, and what each must give.
Trained: TypeAlias = tuple[list[str], list[bool], float, list[str], list[float]]


def expect_measures(found: Any, wanted: dict[str, Any], because: str = "") -> None:
    """Raise Mismatch unless the dictionary has the counts exactly and the rates to 1e-9."""
    expect_that(
        type(found) is dict, f"got {kind_of(found)}", "a dictionary", "Is a return missing?"
    )
    expect_that(
        {*found} == {*wanted}, f"got the keys {show([*found])}", f"the keys {show([*wanted])}"
    )
    for key, want in wanted.items():
        value = found[key]
        right = _close(value, want) if type(want) is float else same_kind(value, want)
        expect_that(right, f"got {key} = {show(value)}", show(want), because)


def same_kind(value: Any, want: Any) -> bool:
    """Equal, and of the same type."""
    return type(value) is type(want) and bool(value == want)


def _close(value: Any, want: float) -> bool:
    return type(value) is float and math.isclose(value, want, rel_tol=0, abs_tol=1e-9)


def measuring(
    learner: Learner, cases: Sequence[tuple[tuple[Any, ...], dict[str, Any]]], because: str = ""
) -> None:
    """Call metrics for every case, and compare."""
    script = Script(tuple(Step("metrics", args) for args, _ in cases))
    for (_, wanted), done in zip(cases, learner.perform(script), strict=True):
        expect_measures(done.value, wanted, because)


def _all(*values: Any) -> dict[str, Any]:
    return dict(zip(COUNTS + RATES, values, strict=True))


normalise = Suite("content.normalise")


@normalise.check(
    "what nobody sees is taken out",
    points=1,
    hints=(
        "Which characters of the failing text have no width?",
        "Unicode puts them in the category Cf, whichever of them it is.",
        '"".join(c for c in text if unicodedata.category(c) != "Cf")',
    ),
)
def _invisible(learner: Learner) -> None:
    because = "An invisible character (category Cf) is taken out, wherever it stands."
    learner.expect_calls(
        "normalise",
        [
            (("fr\u200bee",), "free", because),
            (("pr\u00adi\u200cz\u200de\u2060",), "prize", because),
            (("\ufeffhi",), "hi", because),
            (("",), "", "Nothing stays nothing."),
        ],
    )


@normalise.check(
    "one form and one case",
    points=2,
    hints=(
        "Print the failing text with ascii(text): which characters are not what they seem?",
        "NFKC makes one form of what means the same; accents stay. Then comes lower().",
        'unicodedata.normalize("NFKC", text).lower()',
    ),
)
def _form(learner: Learner) -> None:
    accent = "The accent belongs to the letter, and stays."
    learner.expect_calls(
        "normalise",
        [
            (("FREE entry",), "free entry", "Case is taken away."),
            (
                ("\uff26\uff52\uff45\uff45 \ufb01t\u00a0now",),
                "free fit now",
                "These are compatibility forms: wide letters, fi as one sign, a blank of its own.",
            ),
            (("Perch\u00e9 s\u00ec",), "perch\u00e9 s\u00ec", accent),
            (("perche\u0301",), "perch\u00e9", f"Letter and accent become one. {accent}"),
            (("Stra\u00dfe",), "stra\u00dfe", "lower() leaves this letter; casefold() would not."),
        ],
    )


@normalise.check(
    "look-alike letters change in mixed words only",
    points=2,
    hints=(
        "Print ascii(text): which letters are not from a to z?",
        "Look at each word by itself. Only a word that holds a letter from a to z is changed.",
        'word if not re.search("[a-z]", word) else "".join(LOOK_ALIKES.get(c, c) for c in word)',
    ),
)
def _mixed(learner: Learner) -> None:
    learner.expect_calls(
        "normalise",
        [
            (
                ("fr\u0435e",),
                "free",
                "The first e is Cyrillic, the other letters are Latin.",
            ),
            (
                ("\u041c\u0430\u043c\u0430",),
                "\u043c\u0430\u043c\u0430",
                "All letters are Cyrillic: this is a real word (mama).",
            ),
            (
                ("fr\u0435e, \u043c\u0430\u043c\u0430",),
                "free, \u043c\u0430\u043c\u0430",
                "Word by word: the second one is all Cyrillic.",
            ),
            (("\u03c1r\u0399ze",), "prize", "Greek letters are in the map, too."),
            (("\u0412ANK",), "bank", "Cyrillic, and a capital: case goes first."),
            (("\u00e9\u0430",), "\u00e9\u0430", "An accented letter is none from a to z."),
        ],
    )


@normalise.check(
    "links and telephone numbers become tokens",
    points=1,
    hints=(
        "The patterns LINK and PHONE are given.",
        "Each match is replaced, and what stands around it stays.",
        're.sub(LINK, "<link>", text), and the same with PHONE and "<phone>"',
    ),
)
def _tokens(learner: Learner) -> None:
    learner.expect_calls(
        "normalise",
        [
            (("go to https://shop.example/a?b=1 now",), "go to <link> now", "A link: <link>."),
            (("(www.shop.example)",), "(<link>", "A link goes on to the next blank: <link>."),
            (("See Shop.example/sale, or call",), "see <link> or call", "A link: <link>."),
            (("call +44 7700 900123!",), "call <phone>!", "A telephone number: <phone>."),
            (("020 7946 0018",), "<phone>", "A telephone number: <phone>."),
            (("at 10:30 on 24/05/2026, 45.90",), "at 10:30 on 24/05/2026, 45.90", "No number."),
        ],
    )


@normalise.check(
    "stretched letters become two",
    points=1,
    hints=(
        "How many of one letter are in a row?",
        "Three or more become two; two stay two. Digits and marks stay as they are.",
        're.sub(rf"({LETTER})\\1\\1+", r"\\1\\1", text)',
    ),
)
def _stretched(learner: Learner) -> None:
    learner.expect_calls(
        "normalise",
        [
            (("see you soon",), "see you soon", "Two in a row stay two."),
            (("Frrree WIIIIN",), "frree wiin", "Three or more of a letter become two."),
            (("sooo",), "soo", "Three in a row become two."),
            (("1000 euro!!! ___",), "1000 euro!!! ___", "Only letters are shortened."),
            (("s\u00ec\u00ec\u00ec\u00ec",), "s\u00ec\u00ec", "That holds for any letter."),
        ],
    )


@normalise.check(
    "the steps come in the order of the notebook",
    points=1,
    hints=(
        "Which step comes too early, or is one too many?",
        "Links are looked for after the letters are plain, and before any are shortened.",
        "invisible, NFKC, lower, look-alikes, NFKC, links, numbers, stretched letters",
    ),
)
def _order(learner: Learner) -> None:
    learner.expect_calls(
        "normalise",
        [
            (("WWW.Shop.test",), "<link>", "Shortened first, www would no longer be a link."),
            (("sh\u043ep.ex\u200bample",), "<link>", "With plain letters, this is a link."),
            (("07700900123.example",), "<link>", "The number is a part of the link."),
            (("a  b \n",), "a  b \n", "Every blank stays."),
            (("x\u043e\u0323\u0441",), "x\u1ecdc", "The new letter takes its accent: NFKC again."),
            (("sh\u043e\u0323p.example",), "<link>", "Links come after NFKC has been there again."),
            (
                ("e\u200b\u0301\u0430",),
                "\u00e9\u0430",
                "Nothing invisible may keep accent and e apart.",
            ),
        ],
    )


metrics = Suite("content.metrics")
_FOUR = [True, True, False, False]


@metrics.check(
    "counts what was found, missed, flagged by mistake and passed",
    points=2,
    hints=(
        "Four counters, one for each pair of label and flag.",
        "found: unwanted and flagged. missed: unwanted, not flagged. alarms: honest and flagged.",
        "flagged = score >= threshold, then four branches on label and flagged",
    ),
)
def _counts(learner: Learner) -> None:
    labels = [True, True, True, False, False, False, False]
    scores = [0.9, 0.8, 0.1, 0.7, 0.3, 0.2, 0.1]
    measuring(
        learner,
        [((labels, scores, 0.5), _all(2, 1, 1, 3, 2 / 3, 2 / 3, 1 / 4))],
        "Recall looks at the unwanted ones, precision at the flagged ones, "
        "the false alarm rate at the honest ones.",
    )


@metrics.check(
    "a score equal to the threshold is flagged",
    points=1,
    hints=(
        "Look at the comparison with the threshold.",
        "At the threshold counts as flagged.",
        "score >= threshold",
    ),
)
def _equal(learner: Learner) -> None:
    measuring(
        learner,
        [((_FOUR, [0.5, 0.4, 0.5, 0.4], 0.5), _all(1, 1, 1, 1, 0.5, 0.5, 0.5))],
        "0.5 is not below the threshold 0.5: it is flagged.",
    )


@metrics.check(
    "a rate of nothing is None",
    points=1,
    hints=(
        "Which of the three divisions can have 0 below the line?",
        "Nothing flagged: no precision. Nothing unwanted: no recall. None honest: no alarm rate.",
        "found / (found + alarms) if found + alarms else None",
    ),
)
def _none(learner: Learner) -> None:
    measuring(
        learner,
        [
            (([], [], 0.5), _all(0, 0, 0, 0, None, None, None)),
            ((_FOUR, [0.1, 0.2, 0.3, 0.4], 0.5), _all(0, 2, 0, 2, None, 0.0, 0.0)),
            (([True, True], [0.9, 0.1], 0.5), _all(1, 1, 0, 0, 1.0, 0.5, None)),
            (([False, False], [0.9, 0.1], 0.5), _all(0, 0, 1, 1, 0.0, None, 0.5)),
        ],
        "What is divided by nothing is undefined (None); nothing out of something is 0.0.",
    )


best_threshold = Suite("content.best_threshold")


@best_threshold.check(
    "finds the threshold of least cost",
    points=2,
    hints=(
        "Try every candidate, and keep the cheapest.",
        "cost = share * missed / unwanted * miss + (1 - share) * alarms / honest * alarm",
        "for threshold in sorted({*scores, math.inf}, reverse=True): ... if cost < least: keep it",
    ),
)
def _least(learner: Learner) -> None:
    scores = [0.9, 0.6, 0.7, 0.2]
    learner.expect_calls(
        "best_threshold",
        [
            (
                (_FOUR, scores, 0.5, 1.0, 1.0),
                0.9,
                "One missed and no false alarm cost 0.25; 0.6 costs as much, and is lower.",
            ),
            ((_FOUR, scores, 0.5, 4.0, 1.0), 0.6, "A miss is dear: both are found, one alarm."),
            ((_FOUR, scores, 0.5, 1.0, 8.0), 0.9, "An alarm is dear: nobody honest is flagged."),
            (
                ([True, False, False, False, False], [0.5, 0.9, 0.4, 0.3, 0.2], 0.5, 1.0, 1.0),
                0.5,
                "The costs take shares: one of one missed weighs more than one alarm of four.",
            ),
        ],
    )


@best_threshold.check(
    "the real share counts, not the share in the list",
    points=1,
    hints=(
        "Where does share stand in the cost?",
        "Misses are weighed with share, alarms with 1 - share.",
        "share * missed / unwanted * miss + (1 - share) * alarms / honest * alarm",
    ),
)
def _share(learner: Learner) -> None:
    scores = [0.9, 0.6, 0.7, 0.2]
    learner.expect_calls(
        "best_threshold",
        [
            ((_FOUR, scores, 0.875, 1.0, 1.0), 0.6, "Where most are unwanted, misses weigh more."),
            ((_FOUR, scores, 0.125, 4.0, 1.0), 0.9, "Where few are unwanted, alarms weigh more."),
        ],
    )


@best_threshold.check(
    "flagging nothing is a candidate, and of equal costs the highest threshold wins",
    points=1,
    hints=(
        "What if every flag costs more than it saves?",
        "math.inf flags nothing. Go from the highest candidate down.",
        "sorted({*scores, math.inf}, reverse=True), and cost < least (not <=)",
    ),
)
def _nothing(learner: Learner) -> None:
    learner.expect_calls(
        "best_threshold",
        [
            (
                ([True, False], [0.2, 0.8], 0.5, 1.0, 4.0),
                math.inf,
                "Flag nothing: the only way to find the unwanted one flags the honest one first.",
            ),
            (([True, False], [0.5, 0.5], 0.5, 1.0, 1.0), math.inf, "Equal costs: the highest."),
            (
                ([True, False, False], [0.5, 0.5, 0.25], 0.5, 1.0, 2.0),
                math.inf,
                "Equal costs: the highest.",
            ),
            (
                ([True, True, False, True], [4.0, 3.0, 3.0, 1.0], 0.75, 1.0, 0.0),
                1.0,
                "Alarms cost nothing here, so every unwanted one is found.",
            ),
        ],
    )


@best_threshold.check(
    "without both kinds there is no answer",
    points=1,
    hints=(
        "Which of the two shares is undefined?",
        "With no unwanted or no honest message a share is divided by 0.",
        "if unwanted == 0 or honest == 0: return None",
    ),
)
def _one_kind(learner: Learner) -> None:
    because = "Without both kinds a rate is undefined."
    learner.expect_calls(
        "best_threshold",
        [
            (([], [], 0.5, 1.0, 1.0), None, because),
            (([True, True], [0.1, 0.9], 0.5, 1.0, 1.0), None, because),
            (([False], [0.1], 0.5, 1.0, 1.0), None, because),
        ],
    )


naive_bayes = Suite("content.naive_bayes")


def script_of(cases: Iterable[Trained]) -> Script:
    """A step for each case: make it, fit it, ask it."""
    return Script(
        tuple(
            Step("NaiveBayes", (alpha,), calls=(("fit", texts, labels), ("predict_proba", asked)))
            for texts, labels, alpha, asked, _ in cases
        )
    )


def expect_probabilities(
    learner: Learner, script: Script, cases: Sequence[Trained], because: str = ""
) -> None:
    """Raise Mismatch unless all probabilities agree to 1e-9."""
    for (*_, asked, wanted), done in zip(cases, learner.perform(script), strict=True):
        compare(done.results[-1], asked, wanted, because)


def compare(found: Any, asked: list[str], wanted: list[float], because: str) -> None:
    """One list of probabilities."""
    expect_that(type(found) is list, f"got {kind_of(found)}", "a list", "One number for each text.")
    expect_that(
        len(found) == len(wanted), f"got {len(found)} numbers", f"{len(wanted)}, one for each text"
    )
    for text, value, want in zip(asked, found, wanted, strict=True):
        shown = f"{value:.6f}" if type(value) is float else show(value)
        expect_that(_close(value, want), f"got {shown} for {show(text)}", f"{want:.6f}", because)


def _bayes(learner: Learner, *cases: Trained, because: str) -> None:
    expect_probabilities(learner, script_of(cases), cases, because)


_TEXTS = ["win a prize", "win now", "see you now"]
_LABELS = [True, True, False]


@naive_bayes.check(
    "the worked example",
    points=3,
    hints=(
        "Follow the table in the notebook, word by word.",
        "(count + alpha) / (all words of the kind + alpha * size of the vocabulary)",
        "odds = log(unwanted texts / honest texts) + sum of the log ratios; 1 / (1 + exp(-odds))",
    ),
)
def _worked(learner: Learner) -> None:
    _bayes(
        learner,
        (_TEXTS, _LABELS, 1.0, ["win", "see you", "now"], [54 / 65, 81 / 323, 18 / 29]),
        because="Vocabulary: win, a, prize, now, see, you (6).",
    )


@naive_bayes.check(
    "words are found in any spelling of case, between any marks, and each time they occur",
    points=1,
    hints=(
        "Take the words with the line that the notebook prints.",
        "Case and marks make no difference; a word that occurs twice counts twice.",
        'words = re.findall(r"\\w+", text.lower())',
    ),
)
def _words(learner: Learner) -> None:
    _bayes(
        learner,
        (_TEXTS, _LABELS, 1.0, ["WIN!", "win win"], [54 / 65, 1458 / 1579]),
        (["Win, a: PRIZE", "win-now", "See you now?"], _LABELS, 1.0, ["win"], [54 / 65]),
        because="The words of 'WIN!' are ['win'], those of 'win win' are ['win', 'win'].",
    )


@naive_bayes.check(
    "words never seen are ignored, and an empty message has the share of training",
    points=1,
    hints=(
        "What do you do with a word that no training text holds?",
        "Skip it. With no word left, only the share of unwanted training texts remains.",
        "for word in words: if word not in vocabulary: continue",
    ),
)
def _unseen(learner: Learner) -> None:
    _bayes(
        learner,
        (_TEXTS, _LABELS, 1.0, ["", "bonjour", "win bonjour"], [2 / 3, 2 / 3, 54 / 65]),
        because="Two of three training texts are unwanted, and an unseen word changes nothing.",
    )


@naive_bayes.check(
    "alpha is what is added to every count",
    points=1,
    hints=(
        "Is a 1 written where alpha belongs?",
        "alpha stands above the line once, and below it once for each word of the vocabulary.",
        "(count + self.alpha) / (total + self.alpha * len(vocabulary))",
    ),
)
def _alpha(learner: Learner) -> None:
    _bayes(
        learner,
        (_TEXTS, _LABELS, 0.5, ["win", "now"], [15 / 17, 3 / 5]),
        because="alpha is 0.5 here.",
    )
    step = Step("NaiveBayes", calls=(("fit", _TEXTS, _LABELS), ("predict_proba", ["win"])))
    for done in learner.perform(Script((step,))):
        compare(done.results[-1], ["win"], [54 / 65], "alpha is 1 if nothing is said.")


@naive_bayes.check(
    "with one kind only, the answer is certain",
    points=1,
    hints=(
        "Which logarithm fails if there is no text of one kind?",
        "All training texts unwanted: 1.0 for any text. All honest: 0.0.",
        "if not honest_texts: return [1.0] * len(texts)",
    ),
)
def _one_class(learner: Learner) -> None:
    _bayes(
        learner,
        (["win"], [True], 1.0, ["hello", "win", ""], [1.0, 1.0, 1.0]),
        (["hello"], [False], 1.0, ["hello", "win"], [0.0, 0.0]),
        because="Training held one kind only.",
    )


@naive_bayes.check(
    "a long message overflows nothing",
    points=1,
    hints=(
        "A product of a thousand small numbers is 0 for a computer.",
        "Add logarithms in place of multiplying. And math.exp of a very large number raises.",
        "if odds < -700: return 0.0, before 1 / (1 + math.exp(-odds))",
    ),
)
def _long(learner: Learner) -> None:
    asked = ["win " * 3_000, "see " * 3_000, "win see you now " * 400 + "win"]
    wanted = [1.0, 0.0, 0.0]
    _bayes(learner, (_TEXTS, _LABELS, 1.0, asked, wanted), because="Messages may be long.")


@naive_bayes.check(
    "fit starts anew",
    points=1,
    hints=(
        "What is left of the first fit at the second?",
        "Make the counters in fit, not in __init__ and not in the class.",
        "def fit(self, texts, labels): self.counts = {True: Counter(), False: Counter()}",
    ),
)
def _anew(learner: Learner) -> None:
    calls = (
        ("fit", ["win see", "now"], [False, True]),
        ("fit", _TEXTS, _LABELS),
        ("predict_proba", ["win", "now"]),
    )
    for done in learner.perform(Script((Step("NaiveBayes", (1.0,), calls=calls),))):
        because = "Only the texts of the last fit count."
        compare(done.results[-1], ["win", "now"], [54 / 65, 18 / 29], because)
