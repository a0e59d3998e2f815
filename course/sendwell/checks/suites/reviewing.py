"""Module m04, going further: a sender's own list of what to look at."""

from __future__ import annotations

from sendwell.checklist import Audience, Draft, Finding
from sendwell.checks.learner import Learner
from sendwell.checks.suite import Suite

#: A draft in which nothing is found, and an audience to whom it may go.
GOOD = "Sole Café here. You asked for our news: fresh figs on Friday. Write STOP to leave."
ASKED = Audience(asked=True)

review_my_message = Suite("content.review_my_message")


def draft(text: str, attachment: str = "") -> Draft:
    """A draft of Sole Café's."""
    return Draft(text, "Sole Café", attachment)


def more(text: str) -> Draft:
    """The good draft, and ``text`` after it."""
    return draft(f"{GOOD} {text}")


def found(*pairs: str | tuple[str, str]) -> list[Finding]:
    """Findings from codes, or codes with their piece."""
    return [Finding(pair) if isinstance(pair, str) else Finding(*pair) for pair in pairs]


@review_my_message.check(
    "who has not asked gets nothing, in whatever words",
    points=2,
    hints=(
        "What is the first thing to look at?",
        "Without consent nothing else is worth saying: one finding, and no more.",
        'if not audience.asked: return [Finding("not-asked")]',
    ),
)
def _not_asked(learner: Learner) -> None:
    stranger = Audience(asked=False, left=2)
    only = "Nobody asked for it: that is the one finding."
    learner.expect_calls(
        "review_my_message",
        [
            ((draft(GOOD), stranger), found("not-asked"), only),
            ((draft("FREE!!! gratis"), stranger), found("not-asked"), only),
            ((draft("No costs during our activity"), stranger), found("not-asked"), only),
            ((draft(GOOD), ASKED), [], "They asked, and all is there."),
        ],
    )


@review_my_message.check(
    "no word is a finding, and no other word is advised",
    points=1,
    hints=(
        "Is there a list of words in your code?",
        "Words such as free or gratis are honest where the offer is, and where it was asked for.",
        "Nothing in the table looks at what is offered: take such a rule out.",
    ),
)
def _no_words(learner: Learner) -> None:
    because = "There is no code for a word: the offer was asked for, and it may be called by name."
    learner.expect_calls(
        "review_my_message",
        [
            (
                (more("The first coffee is free. Limited to Friday. Win!"), ASKED),
                [],
                because,
            ),
            (
                (more("Il primo caffè è gratis, tempo limitato, vinci."), ASKED),
                [],
                because,
            ),
            ((more("The first coffee is without costs."), ASKED), [], because),
        ],
    )


@review_my_message.check(
    "sender, reason and a way to stop must be there",
    points=3,
    hints=(
        "Which of the three does the failing draft lack?",
        "Compare in lower case. A reason is any of REASONS; stop is a word of its own.",
        r're.search(r"\bstop\b", text.lower()), any(reason in text.lower() for reason in REASONS)',
    ),
)
def _missing(learner: Learner) -> None:
    learner.expect_calls(
        "review_my_message",
        [
            (
                (draft("Fresh figs on Friday."), ASKED),
                found("sender", "reason", "stop"),
                "None of the three is there; they come in the order of the table.",
            ),
            (
                (draft("SoLe CaFÉ: Hai Chiesto le novità, scrivi stop per uscire"), ASKED),
                [],
                "Case does not matter, for any of the three.",
            ),
            (
                (draft("Sole Café: you asked for news. Come to the bus stopover."), ASKED),
                found("stop"),
                "'stopover' is another word.",
            ),
            (
                (draft("Sole Café: your order is ready. Stop: write STOP."), ASKED),
                [],
                "An order is a reason.",
            ),
            (
                (Draft("You asked for news. STOP ends them.", "", ""), ASKED),
                found("sender"),
                "Without a name, no text says who it is from.",
            ),
            (
                (draft("Sole: you asked for news. STOP ends them."), ASKED),
                found("sender"),
                "The whole name must be there.",
            ),
            (
                (draft(GOOD), Audience(asked=True, left=1)),
                found("left"),
                "One who has said stop is still on the list.",
            ),
            (
                (draft("Hi"), Audience(asked=True, left=3)),
                found("left", "sender", "reason", "stop"),
                "left comes first, once.",
            ),
        ],
    )


@review_my_message.check(
    "links after the first, and an attachment",
    points=2,
    hints=(
        "How many links may there be without a finding?",
        "Every link after the first is a finding, with the link as its piece.",
        "links = re.findall(LINK, draft.text, re.IGNORECASE), then links[1:]",
    ),
)
def _links(learner: Learner) -> None:
    learner.expect_calls(
        "review_my_message",
        [
            ((more("See https://sole.example/figs"), ASKED), [], "One link is no finding."),
            (
                (more("See sole.example, WWW.Sole.test or https://a.example/x"), ASKED),
                found(("links", "WWW.Sole.test"), ("links", "https://a.example/x")),
                "The second and the third, as they are written.",
            ),
            (
                (draft(GOOD, "menu.pdf"), ASKED),
                found(("attachment", "menu.pdf")),
                "The piece is the name of the file.",
            ),
            (
                (draft(f"{GOOD} a.example b.example", "menu.pdf"), ASKED),
                found(("links", "b.example"), ("attachment", "menu.pdf")),
                "Links come before the attachment.",
            ),
        ],
    )


@review_my_message.check(
    "shouting, marks and emoji, outside links",
    points=3,
    hints=(
        "Take the links out first: what is left of the text?",
        "Four letters or more in capitals, but for STOP; two marks or more; more than three emoji.",
        'word.isupper() and len(word) > 3, re.findall("[!?]{2,}", text), category "So"',
    ),
)
def _loud(learner: Learner) -> None:
    sun, fig = "\u2600", "\U0001f352"
    learner.expect_calls(
        "review_my_message",
        [
            (
                (more("TODAY ONLY, the BIG sale 2X"), ASKED),
                found(("shouting", "TODAY"), ("shouting", "ONLY")),
                "BIG has three letters, and STOP is left alone.",
            ),
            (
                (more("Come!! Or?!? no... yes!"), ASKED),
                found(("marks", "!!"), ("marks", "?!?")),
                "Runs of two or more of ! and ?; dots are none of them.",
            ),
            ((more(f"{sun}{sun}{fig}"), ASKED), [], "Three are not too many."),
            (
                (more(f"{sun} {fig} {sun} {fig}"), ASKED),
                found(("emoji", f"{sun}{fig}{sun}{fig}")),
                "One finding, with all of them, in their order.",
            ),
            (
                (more("sole.example/SALE!!-NOW!!"), ASKED),
                [],
                "What is inside a link does not count.",
            ),
            (
                (more(f"sole.example/{sun * 4}"), ASKED),
                [],
                "Nor do emoji inside a link.",
            ),
            (
                (more(f"Now!! SALE {sun * 4}"), ASKED),
                found(("shouting", "SALE"), ("marks", "!!"), ("emoji", sun * 4)),
                "In the order of the table, not of the text.",
            ),
            ((more("CAFFÈ NOVITÀ"), ASKED), found(("shouting", "CAFFÈ"), ("shouting", "NOVITÀ"))),
        ],
    )
