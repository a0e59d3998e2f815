"""Module m08, build: the checks that learners may read."""

from __future__ import annotations

from sendwell.appealing import Figures, Item, SmallCase
from sendwell.checks.learner import Learner
from sendwell.checks.suite import Suite

plan_appeal = Suite("appealing.plan_appeal")
evidence_gaps = Suite("appealing.evidence_gaps")
redact = Suite("appealing.redact")
outcome_bounds = Suite("appealing.outcome_bounds")
grounded = Suite("appealing.grounded")

_OPEN = SmallCase(noticed=100, stopped=101)
_PLATFORM = SmallCase(kind="platform", admin=True, noticed=100, stopped=101)
_SHOWN = Item("list", ("f",), others=True)


@plan_appeal.check(
    "the one place, and the order of the questions",
    points=3,
    hints=(
        "Look at the order in which you ask.",
        "What has been answered or asked already comes before the kind of account.",
        "A chain of if and elif, in the order of the table",
    ),
)
def _place(learner: Learner) -> None:
    def case(**changes: object) -> SmallCase:
        return SmallCase(**{"noticed": 100, "stopped": 101, **changes})  # type: ignore[arg-type]

    learner.expect_calls(
        "plan_appeal",
        [
            ((case(), 110), ["app"], "A ban of an account of the app."),
            ((case(measure="warning"), 110), ["nothing"], "A warning takes nothing away."),
            ((case(answer="reversed"), 110), ["nothing"], "It was taken back."),
            ((case(answer="unchanged"), 110), ["nothing"], "The answer is there."),
            ((case(answer="requested"), 110), ["wait"], "An answer is still to come."),
            ((case(measure="temporary"), 110), ["wait"], "It ends by itself."),
            ((case(measure="unknown"), 110), ["read"], "The place depends on the measure."),
            ((_PLATFORM, 110), ["support home"], "The platform, and you administer it."),
            ((case(kind="platform"), 110), ["administrator"], "Somebody else administers it."),
            ((case(admin=True), 110), ["app"], "admin counts on the platform only."),
            (
                (case(kind="platform", answer="requested", measure="temporary"), 300),
                ["wait"],
                "What was asked comes before the kind of account.",
            ),
            (
                (case(kind="platform", measure="temporary", admin=True), 110),
                ["support home"],
                "On the platform one asks, also when it is temporary.",
            ),
            (
                (case(kind="platform", measure="unknown"), 300),
                ["read"],
                "First it must be known what was done.",
            ),
            (
                (case(measure="unknown", answer="requested"), 110),
                ["wait"],
                "What was asked comes before the measure.",
            ),
        ],
        untouched=True,
    )


@plan_appeal.check(
    "ninety days, and not one more",
    points=1,
    hints=(
        "Look at the day on which the period ends.",
        "The period is 90 days after the notice. That last day still counts.",
        "today - case.noticed > 90 is too late",
    ),
)
def _period(learner: Learner) -> None:
    learner.expect_calls(
        "plan_appeal",
        [
            ((_PLATFORM, 189), ["support home"], "Day 89."),
            ((_PLATFORM, 190), ["support home"], "Day 90 still counts."),
            ((_PLATFORM, 191), ["too late"], "Day 91."),
            ((_OPEN, 400), ["app"], "An account of the app has no period."),
        ],
    )


@plan_appeal.check(
    "what comes before",
    points=2,
    hints=(
        "Look at what you put in front of the place, and when.",
        "Stop comes whatever the place is. Strike comes only where something is sent.",
        "Names are struck out only for app, support home and administrator.",
    ),
)
def _before(learner: Learner) -> None:
    going_on = SmallCase(noticed=100, others=("Tom",))
    admin = SmallCase(kind="platform", noticed=100, stopped=100, others=("Tom", "Ida"))
    learner.expect_calls(
        "plan_appeal",
        [
            ((SmallCase(noticed=100), 110), ["stop", "app"], "The cause goes on."),
            ((SmallCase(noticed=0, stopped=0), 0), ["app"], "Stopped on day 0: it is stopped."),
            ((going_on, 110), ["stop", "strike", "app"], "First stop, then strike out, then ask."),
            ((admin, 110), ["strike", "administrator"], "Names are struck out before it is sent."),
            (
                (SmallCase(kind="platform", admin=True, stopped=1, others=("Tom",)), 2),
                ["strike", "support home"],
                "Names are struck out before it is sent.",
            ),
            (
                (SmallCase(measure="temporary", others=("Tom",)), 110),
                ["stop", "wait"],
                "Nothing is sent, so nothing is struck out; the cause is stopped all the same.",
            ),
            (
                (SmallCase(measure="warning", stopped=1, others=("Tom",)), 2),
                ["nothing"],
                "Nothing is sent.",
            ),
            ((admin, 300), ["too late"], "Nothing is sent any more."),
            (
                (SmallCase(measure="unknown", others=("Tom",)), 110),
                ["stop", "read"],
                "Nothing is sent yet.",
            ),
        ],
        untouched=True,
    )


@evidence_gaps.check(
    "which facts have no usable evidence, and why",
    points=4,
    hints=(
        "For each fact, look at all the items that show it.",
        "One usable item is enough. Without one, an item that only needs striking is next.",
        'usable: no code, and (no others, or struck). Else "strike" before "never".',
    ),
)
def _gaps(learner: Learner) -> None:
    plain, code = Item("notice", ("f",)), Item("screen", ("f",), code=True)
    struck = Item("list", ("f",), others=True, struck=True)
    hidden = Item("screen", ("f",), others=True, struck=True, code=True)

    def case(*evidence: Item, facts: tuple[str, ...] = ("f",)) -> SmallCase:
        return SmallCase(facts=facts, evidence=evidence)

    learner.expect_calls(
        "evidence_gaps",
        [
            ((case(facts=()),), [], "No fact, no gap."),
            ((case(),), [("f", "nothing")], "Nothing shows it."),
            ((case(plain),), [], "The notice shows it."),
            ((case(Item("notice", ("g",))),), [("f", "nothing")], "The item shows another fact."),
            ((case(_SHOWN),), [("f", "strike")], "Other people's data have to be struck out."),
            ((case(struck),), [], "They are struck out."),
            ((case(code),), [("f", "never")], "A code is never sent."),
            ((case(hidden),), [("f", "never")], "Striking names does not make a code fit to send."),
            ((case(code, _SHOWN),), [("f", "strike")], "The list can be used after striking."),
            ((case(_SHOWN, code),), [("f", "strike")], "The order of the items does not matter."),
            ((case(code, _SHOWN, plain),), [], "One usable item is enough."),
            ((case(plain, code),), [], "One usable item is enough."),
            ((case(plain, _SHOWN),), [], "One usable item is enough."),
            ((case(Item("a", ("g",)), plain),), [], "The second item shows it."),
            (
                (case(Item("a", ("x", "f")), facts=("f", "g", "x", "h")),),
                [("g", "nothing"), ("h", "nothing")],
                "In the order of the facts.",
            ),
            (
                (case(Item("a", ("fact",)), facts=("fac",)),),
                [("fac", "nothing")],
                "Facts are compared as a whole.",
            ),
        ],
        untouched=True,
    )


@redact.check(
    "numbers: other people's, never your own",
    points=2,
    hints=(
        "Look at how you find a number, and at how you know your own.",
        "Take out what stands between the digits, then compare.",
        r'The pattern of the contract: r"\+\d(?:[ .-]?\d){7,14}"',
    ),
)
def _numbers(learner: Learner) -> None:
    case = SmallCase()
    learner.expect_calls(
        "redact",
        [
            (("", case), "", "Nothing is there."),
            (("Call +447700900456.", case), "Call [number].", "Somebody else's."),
            (("I am +447700900123.", case), "I am +447700900123.", "Your own stays."),
            (
                ("I am +44 7700 900-123, she is +44.7700.900456!", case),
                "I am +44 7700 900-123, she is [number]!",
                "However it is spaced; your own stays as it was written.",
            ),
            (("+12345678 +1234567", case), "[number] +1234567", "8 digits are a number, 7 not."),
            (
                ("+39 06 0000 0000 07, 312", case),
                "[number], 312",
                "A comma ends it.",
            ),
            (
                ("+447700900456+447700900789", case),
                "[number][number]",
                "Each is struck out.",
            ),
            (("+4477009001234", case), "[number]", "Longer than your own is not your own."),
            (("312 people, 14:30", case), "312 people, 14:30", "No plus, no number."),
        ],
    )


@redact.check(
    "codes: six digits that stand alone",
    points=2,
    hints=(
        "Look at what stands before and behind the six digits.",
        "No letter, digit or _ beside them. Look for both at once: no part of a number is a code.",
        r'r"\b(?:\d{6}|\d{3}[ -]\d{3})\b"',
    ),
)
def _codes(learner: Learner) -> None:
    case = SmallCase()
    learner.expect_calls(
        "redact",
        [
            (("Your code is 123456.", case), "Your code is [code].", "Six digits."),
            (("123-456 or 123 456", case), "[code] or [code]", "In two halves, too."),
            (("12345 1234567", case), "12345 1234567", "Five or seven digits are no code."),
            (("A123456 123456B", case), "A123456 123456B", "Letters beside them: no code."),
            (
                ("+44 770 090 123456 7", case),
                "[number]",
                "A number comes first, and is one thing.",
            ),
            (
                ("I am +44 770 090 0123", case),
                "I am +44 770 090 0123",
                "Half of your own number is no code.",
            ),
            (("12-3456, 123.456", case), "12-3456, 123.456", "Only the three forms are codes."),
        ],
    )


@redact.check(
    "names: whole words, in any case, the longest first",
    points=1,
    hints=(
        "Look at where a name begins and ends, and at capital letters.",
        "Tom is not in Tomorrow. Tom Ellery is one name, not [name] Ellery.",
        r'Longest first: re.sub(rf"\b{re.escape(name)}\b", "[name]", text, flags=re.IGNORECASE)',
    ),
)
def _names(learner: Learner) -> None:
    case = SmallCase(others=("Tom", "Tom Ellery", "Ida"))
    learner.expect_calls(
        "redact",
        [
            (("Tom wrote.", case), "[name] wrote.", "A name."),
            (("TOM and ida", case), "[name] and [name]", "In any case."),
            (("Tomorrow, Florida", case), "Tomorrow, Florida", "Only whole words."),
            (("Tom Ellery wrote.", case), "[name] wrote.", "The longest name first."),
            (("Priya wrote.", case), "Priya wrote.", "Only the names of the case."),
            (("Tom's", case), "[name]'s", "An apostrophe ends a word."),
            (
                ("Tom: +447700900456, 123456", case),
                "[name]: [number], [code]",
                "All three in one text.",
            ),
        ],
        untouched=True,
    )


@outcome_bounds.check(
    "which share of early appeals fits the figures",
    points=4,
    hints=(
        "Begin with three figures that are known. Which mixture of early and late gives overall?",
        "An unknown figure may be anything from 0 to 100: a mixture has a lowest and a highest.",
        "Two conditions on x, each a straight line: lowest(x) <= overall, highest(x) >= overall.",
    ),
)
def _bounds(learner: Learner) -> None:
    one, zero = (1, 1), (0, 1)
    learner.expect_calls(
        "outcome_bounds",
        [
            ((Figures(20, 54, 12),), ((4, 21), (4, 21)), "One mixture gives 20."),
            ((Figures(20, 12, 54),), ((17, 21), (17, 21)), "The same, swapped."),
            ((Figures(12, 54, 12),), (zero, zero), "Nobody may be early."),
            ((Figures(54, 54, 12),), (one, one), "Everybody must be early."),
            ((Figures(3, 54, 12),), None, "No mixture of 54 and 12 gives 3."),
            ((Figures(60, 54, 12),), None, "No mixture of 54 and 12 gives 60."),
            ((Figures(12, 13, 12),), (zero, zero), "Early and late differ by 1 only."),
            ((Figures(13, 13, 12),), (one, one), "Early and late differ by 1 only."),
            ((Figures(12, 12, 12),), (zero, one), "Every mixture gives 12."),
            ((Figures(13, 12, 12),), None, "No mixture gives 13."),
            ((Figures(3, 54, None),), (zero, (1, 18)), "Late may be as low as 0."),
            ((Figures(60, 54, None),), (zero, (20, 23)), "Late is at most 100."),
            ((Figures(3, None, 12),), ((3, 4), one), "Early makes up for late."),
            ((Figures(3, None, None),), (zero, one), "Anything fits."),
            ((Figures(None, 54, 12),), (zero, one), "Overall is not said."),
            ((Figures(None, None, None),), (zero, one), "Nothing is said."),
        ],
    )


@outcome_bounds.check(
    "more than certain is impossible",
    points=1,
    hints=(
        "Look at figures that no share can have.",
        "A share lies from 0 to 100, both included.",
        "Check all three before you compute anything; None is no figure.",
    ),
)
def _impossible(learner: Learner) -> None:
    zero, one = (0, 1), (1, 1)
    learner.expect_calls(
        "outcome_bounds",
        [
            ((Figures(None, 135, 12),), None, "54 times 2.5 is more than all."),
            ((Figures(101, None, None),), None, "More than all."),
            ((Figures(20, 54, -1),), None, "Less than none."),
            ((Figures(None, None, 101),), None, "More than all."),
            ((Figures(100, 100, 0),), (one, one), "100 can be."),
            ((Figures(0, 100, 0),), (zero, zero), "0 can be: it is not the same as None."),
            ((Figures(0, 0, None),), (zero, one), "Late may be 0 as well."),
            ((Figures(50, 0, None),), (zero, (1, 2)), "Half at most, if all late succeed."),
        ],
    )


@grounded.check(
    "numbers and days that the case does not hold",
    points=4,
    hints=(
        "First find the tokens: days, then runs of digits that are in no day.",
        "Do the same with the facts and the account's number. Compare tokens, not text.",
        r're.findall(r"\d{4}-\d{2}-\d{2}|\d+", text)',
    ),
)
def _grounded(learner: Learner) -> None:
    case = SmallCase(facts=("On 2026-11-13 an offer went to 312 people.", "118 of them had asked."))
    learner.expect_calls(
        "grounded",
        [
            (("", case), [], "An empty letter invents nothing."),
            (("We wrote to 312 people on 2026-11-13.", case), [], "The facts hold both."),
            (("We wrote to 300 people.", case), ["300"], "No fact holds 300."),
            (("On 2026-11-14 we looked.", case), ["2026-11-14"], "A day is one thing."),
            (("In 2026 or on the 13", case), ["2026", "13"], "Part of a day is no number."),
            (("12 or 31, not 3120", case), ["12", "31", "3120"], "Whole numbers, not parts."),
            (("9, 7 and 9", case), ["9", "7"], "Each once, in the order of the letter."),
            (("+447700900123", case), [], "The account's own number."),
            (("0312", case), ["0312"], "Written as the case writes it."),
            (("118+312", case), [], "What stands between them does not matter."),
            (("5 people", SmallCase(others=("5",))), ["5"], "Only facts and number count."),
            (("2026-1-13", case), ["2026", "1", "13"], "That is not how a day is written."),
            (("flat 7a", case), ["7"], "A number may touch a letter."),
            (("12", SmallCase(facts=("Flat 1", "2 people"))), ["12"], "Each fact by itself."),
        ],
        untouched=True,
    )
