"""Module m01, build: the checks that learners may read."""

from __future__ import annotations

from sendwell.checks.learner import Learner
from sendwell.checks.suite import Suite
from sendwell.notices import Case, Notice, Step

first_row = Suite("notices.first_row")
read_notice = Suite("notices.read_notice")
next_step = Suite("notices.next_step")


_ROWS = (("green", ("go", "all clear")), ("red", ("stop",)))


@first_row.check(
    "the first row with a cue, or no name",
    points=2,
    hints=(
        "Which name comes back, and which rows have a cue among the words?",
        "A cue that is there ends the search: return at once. One that is not ends nothing.",
        "if the cue is there: return name",
    ),
)
def _higher(learner: Learner) -> None:
    learner.expect_calls(
        "first_row",
        [
            ((_ROWS, ["stop"]), "red", "Its only cue is there."),
            ((_ROWS, ["stop", "go"]), "green", "Its row stands higher."),
            ((_ROWS, ["go"]), "green", "The first cue of the first row."),
            ((_ROWS, ["is", "all", "clear", "now"]), "green", "One after another."),
            ((_ROWS, ["wait"]), "", "No cue is there."),
            ((_ROWS, []), "", "No words, no cue."),
        ],
    )


@first_row.check(
    "whole words, one after another",
    points=1,
    hints=(
        "Is the cue there as whole words, or only as a part of one?",
        "The line has a space before and after each word. Give the cue the same.",
        'f" {cue} " in line',
    ),
)
def _whole_words(learner: Learner) -> None:
    learner.expect_calls(
        "first_row",
        [
            ((_ROWS, ["clear", "all"]), "", "Not in this order."),
            ((_ROWS, ["all", "is", "clear"]), "", "Not one after another."),
            ((_ROWS, ["ago", "going", "stopped"]), "", "Only parts of words."),
            ((_ROWS, ["you", "ago", "stop"]), "red", '"ago" is not "go".'),
            ((_ROWS, ["overall", "clear"]), "", '"overall" is not "all".'),
        ],
    )


@read_notice.check(
    "the kind, in English and in Italian",
    points=1,
    hints=(
        "Are all checks of first_row passed? And which of the four fields is not as expected?",
        "first_row needs the words that words_in gives; where it finds no row, it says nothing.",
        'kind = first_row(KINDS, words_in(text)) or "unknown"',
    ),
)
def _kind(learner: Learner) -> None:
    learner.expect_calls(
        "read_notice",
        [
            (("You are banned.",), Notice("ban", "", None, ""), '"banned" is a cue of a ban.'),
            (("NOT allowed\n to  use it",), Notice("ban", "", None, ""), "Spaces and capitals."),
            (("L'account non è autorizzato",), Notice("ban", "", None, ""), "Italian, a ban."),
            (("Time left: 23:41:08",), Notice("temporary ban", "", None, ""), "A timer."),
            (("Sospeso temporaneamente",), Notice("temporary ban", "", None, ""), "Italian."),
            (("Write responsibly!",), Notice("warning", "", None, ""), "A warning."),
            (("Your code, please",), Notice("no notice", "", None, ""), "It wants a code."),
            (("Paga adesso",), Notice("no notice", "", None, ""), "It wants money, in Italian."),
            (("Hello",), Notice("unknown", "", None, ""), "No cue at all."),
            (("",), Notice("unknown", "", None, ""), "Nothing is there to read."),
        ],
    )


@read_notice.check(
    "of several rows the first counts",
    points=1,
    hints=(
        "What does your function answer if two rows have a cue in the text?",
        "Go through the rows from the top, and stop at the first that fits.",
        "for name, cues in KINDS: ... return name",
    ),
)
def _first_row(learner: Learner) -> None:
    learner.expect_calls(
        "read_notice",
        [
            (
                ("A warning: banned temporarily",),
                Notice("temporary ban", "", None, ""),
                "Temporary ban stands above ban and warning.",
            ),
            (("Warning, banned!",), Notice("ban", "", None, ""), "Ban stands above warning."),
            (
                ("Scraping, spam",),
                Notice("unknown", "spam", None, ""),
                "Spam stands above scraping, wherever they are in the text.",
            ),
            (
                ("Wait, or request a review",),
                Notice("unknown", "", None, "request a review"),
                "The review stands above waiting.",
            ),
        ],
    )


@read_notice.check(
    "what a thief says counts for nothing",
    points=1,
    hints=(
        "Look at the last row of the first table: what if the kind is no notice?",
        "Ask for it right after you have the kind, before you look for anything else.",
        'if kind == "no notice": return Notice(kind, "", None, "")',
    ),
)
def _thief(learner: Learner) -> None:
    learner.expect_calls(
        "read_notice",
        [
            (("Spam! Send the code",), Notice("no notice", "", None, ""), "No reason is read."),
            (("Code, and wait",), Notice("no notice", "", None, ""), "No action is read."),
            (
                ("Banned, spam: wait 24 hours, and send the code",),
                Notice("no notice", "", None, ""),
                "A thief's reason, hours and action are none.",
            ),
        ],
    )


@read_notice.check(
    "a cue is whole words",
    points=1,
    hints=(
        'Is "pay" in "payment"? For your function, it seems, and not for the contract.',
        "Put a space before and after: the joined words, and the cue.",
        'f" {cue} " in f" {line} "',
    ),
)
def _whole(learner: Learner) -> None:
    learner.expect_calls(
        "read_notice",
        [
            (("Decode the payment",), Notice("unknown", "", None, ""), "No code, and no pay."),
            (("Propaganda",), Notice("unknown", "", None, ""), '"paga" is inside a word.'),
            (("A second barcode",), Notice("unknown", "", None, ""), "No code at the end either."),
            (
                ("An unofficial app: banned",),
                Notice("ban", "unofficial app", None, ""),
                '"official app" is inside other words.',
            ),
            (
                ("app, non! Ufficiale",),
                Notice("unknown", "unofficial app", None, ""),
                "Signs between the words do not count.",
            ),
        ],
    )


@read_notice.check(
    "reason and action",
    points=2,
    hints=(
        "Reason and action are looked for as the kind is.",
        'One helper can serve all three: the first name, or "".',
        "def first(rows, line): ...",
    ),
)
def _reason(learner: Learner) -> None:
    learner.expect_calls(
        "read_notice",
        [
            (
                ("Banned for bulk messages. Request a review.",),
                Notice("ban", "spam", None, "request a review"),
                "Each is in its own table.",
            ),
            (
                ("Avviso: attività insolita. Riprova.",),
                Notice("warning", "unusual activity", None, "wait"),
                "Italian.",
            ),
            (
                ("Raccolta di dati, app ufficiale",),
                Notice("unknown", "scraping", None, "use the official app"),
                "Also where the kind is not known.",
            ),
            (("Sospeso",), Notice("ban", "", None, ""), "Where no reason is named, none is read."),
        ],
    )


@read_notice.check(
    "the hours of a temporary ban",
    points=2,
    hints=(
        "Which word must follow the number at once?",
        "Go through the words two by two: a number, then a word of UNITS. Add them all up.",
        "zip(words, words[1:]), and None if there was no such pair",
    ),
)
def _hours(learner: Learner) -> None:
    learner.expect_calls(
        "read_notice",
        [
            (("Temporarily: 24 hours",), Notice("temporary ban", "", 24, ""), "24 hours."),
            (("Temporarily: 24h",), Notice("temporary ban", "", 24, ""), "24h is two words."),
            (
                ("Temporaneamente, 1 giorno e 3 ore",),
                Notice("temporary ban", "", 27, ""),
                "All pairs are added up: 24 and 3.",
            ),
            (("Temporarily: 0 hours",), Notice("temporary ban", "", 0, ""), "0 is a number."),
            (
                ("Temporarily, for days: 3",),
                Notice("temporary ban", "", None, ""),
                "The number must stand before its unit.",
            ),
            (
                ("Temporarily: 2 hours 30 minutes",),
                Notice("temporary ban", "", 2, ""),
                "Minutes are no unit of the table.",
            ),
            (("Banned for 24 hours",), Notice("ban", "", None, ""), "Only temporary bans end."),
        ],
    )


def _case(kind: str, **more: str | bool) -> tuple[Case]:
    return (Case(kind, **more),)  # type: ignore[arg-type]


_SECURE, _APP = "secure the account", "official app"
_WAIT, _ASK = "wait and remove the cause", "request the review"
_SUPPORT, _ON = "business support", "go on without it"


@next_step.check(
    "secure the account, before anything else",
    points=1,
    hints=(
        "Look at row 1: two things lead there.",
        "Control taken over or unknown, or a text that is no notice.",
        'case.control in ("taken over", "unknown") or case.kind == "no notice"',
    ),
)
def _secure(learner: Learner) -> None:
    learner.expect_calls(
        "next_step",
        [
            (_case("ban", control="taken over"), Step(_SECURE, 1), "Somebody else is in."),
            (_case("ban", control="unknown"), Step(_SECURE, 1), "Nobody knows who is in."),
            (_case("no notice"), Step(_SECURE, 1), "Somebody is trying."),
            (_case("ban", control="unknown", review="unchanged"), Step(_SECURE, 1), "Even then."),
            (_case("warning", control="taken over", app="unofficial"), Step(_SECURE, 1), "First."),
            (
                _case("ban", control="shared", app="unofficial"),
                Step(_APP, 2),
                "Shared is known: not row 1.",
            ),
        ],
    )


@next_step.check(
    "the official app, unless the account has none",
    points=1,
    hints=(
        "Look at row 2: which accounts have no app?",
        "Unknown is not official. The business platform has no app.",
        'case.account != "business platform" and case.app != "official"',
    ),
)
def _official(learner: Learner) -> None:
    learner.expect_calls(
        "next_step",
        [
            (_case("temporary ban", app="unofficial"), Step(_APP, 2), "The app comes first."),
            (_case("ban", app="unknown"), Step(_APP, 2), "Unknown is not official."),
            (_case("ban", app="unofficial", review="unchanged"), Step(_APP, 2), "Row 2, then 6."),
            (_case("unknown", app="unofficial"), Step(_APP, 2), "Row 2 stands above row 4."),
            (_case("ban", app="unofficial", account="business app"), Step(_APP, 2), "It is an app"),
            (
                _case("unknown", app="unofficial", account="business platform"),
                Step(_SUPPORT, 3),
                "The platform has no app: row 3.",
            ),
        ],
    )


@next_step.check(
    "an unknown measure is read first",
    points=1,
    hints=(
        "Where does an account on the platform read its notices? And any other?",
        "Two rows for unknown: 3 for the platform, 4 for the rest.",
        'if case.kind == "unknown": ...',
    ),
)
def _unknown(learner: Learner) -> None:
    learner.expect_calls(
        "next_step",
        [
            (_case("unknown"), Step(_APP, 4), "Read it in the official app."),
            (_case("unknown", account="business app"), Step(_APP, 4), "That is an app, too."),
            (
                _case("unknown", account="business platform"),
                Step(_SUPPORT, 3),
                "Read it in Business Support Home.",
            ),
            (_case("unknown", review="unchanged", stopped=False), Step(_APP, 4), "Read it first."),
        ],
    )


@next_step.check(
    "a warning or a timer: nothing to request",
    points=1,
    hints=(
        "What would a review look at, if the measure ends by itself?",
        "Row 5 stands above everything about reviews.",
        'case.kind in ("warning", "temporary ban")',
    ),
)
def _timer(learner: Learner) -> None:
    learner.expect_calls(
        "next_step",
        [
            (_case("warning"), Step(_WAIT, 5), "A warning leaves nothing to appeal."),
            (_case("temporary ban"), Step(_WAIT, 5), "It ends by itself."),
            (_case("temporary ban", review="unchanged"), Step(_WAIT, 5), "Row 5 is above row 6."),
            (_case("warning", account="business platform"), Step(_WAIT, 5), "There, too."),
            (_case("warning", stopped=False), Step(_WAIT, 5), "Row 5 is above row 8."),
            (_case("ban", review="unchanged"), Step(_ON, 6), "A ban is neither: on to row 6."),
        ],
    )


@next_step.check(
    "nothing to be done only after unchanged; cause before appeal",
    points=2,
    hints=(
        "What has the review said? And has the cause stopped?",
        "Rows 6, 7 and 8, in this order.",
        'if case.review == "unchanged": ...',
    ),
)
def _review(learner: Learner) -> None:
    learner.expect_calls(
        "next_step",
        [
            (_case("ban", review="unchanged"), Step(_ON, 6), "Now, and only now."),
            (_case("ban", review="unchanged", stopped=False), Step(_ON, 6), "Row 6 is above 8."),
            (
                _case("ban", review="unchanged", account="business platform"),
                Step(_ON, 6),
                "There, too.",
            ),
            (_case("ban", review="review requested"), Step(_WAIT, 7), "One request is enough."),
            (
                _case("ban", review="review requested", stopped=False),
                Step(_WAIT, 7),
                "Row 7 is above 8.",
            ),
            (_case("ban", stopped=False), Step(_WAIT, 8), "Cause before appeal."),
            (
                _case("ban", stopped=False, account="business platform"),
                Step(_WAIT, 8),
                "Cause before appeal, there too.",
            ),
        ],
    )


@next_step.check(
    "the right place to ask",
    points=1,
    hints=(
        "Which kind of account is it?",
        "Row 9 for the business platform, row 10 for both apps.",
        'case.account == "business platform"',
    ),
)
def _place(learner: Learner) -> None:
    learner.expect_calls(
        "next_step",
        [
            (_case("ban"), Step(_ASK, 10), "In the app, once."),
            (_case("ban", control="shared"), Step(_ASK, 10), "Shared is no reason to wait."),
            (_case("ban", account="business app"), Step(_ASK, 10), "The business app is an app."),
            (_case("ban", account="business platform"), Step(_SUPPORT, 9), "In its own place."),
        ],
    )
