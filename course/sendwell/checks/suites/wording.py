"""Module m04, decide: messages to judge, words counted, thresholds, what is seen, a draft.

All may be read. The forms are plain values; what is counted is counted here again.
"""

from __future__ import annotations

from collections.abc import Mapping

from sendwell.checklist import ADVICE, Audience, Draft, findings
from sendwell.checks.forms import add_question, number_of, refuse, text_of
from sendwell.checks.learner import Learner, NotWritten
from sendwell.checks.suite import Suite
from sendwell.shop.form import Problem, tidy
from sendwell.widgets.threshold_rules import LAST, flags, near_cheapest
from sendwell.wording.form import Judgement, read_judgements, read_to
from sendwell.wording.questions import QUESTIONS
from sendwell.wording.situations import SITUATIONS, Situation
from sendwell.wording.strings import ATTACHMENT_BLANK, ATTACHMENT_NONE, TEXT_BLANK

messages = Suite("wording.messages", by_line=True)


def _add(number: int, situation: Situation) -> None:
    @messages.check(situation.title, points=1, hints=situation.hints)
    def _judgement(learner: Learner) -> None:
        given = read_judgements(text_of(learner, "messages"), len(SITUATIONS))[number]
        if not isinstance(given, Judgement):
            refuse(given)
        why = situation.feedback(given)
        assert not why, f'You answered "{given}". {why}'


for _number, _situation in enumerate(SITUATIONS, 1):
    _add(_number, _situation)


words = Suite("wording.words", by_line=True)


def _add_count(
    name: str, title: str, right: range, hints: tuple[str, str, str], told: Mapping[int, str]
) -> None:
    @words.check(title, points=1, hints=hints)
    def _count(learner: Learner) -> None:
        given = number_of(learner, name)
        why = told.get(given, hints[1])
        assert given in right, f"You wrote {given}. {why}"


#: What measure_words("free", "limited", "win") counts; a test counts again.
_FOUND, _MISSED, _ALARMS, _PASSED = 4, 271, 24, 332
_FLAGGED = _FOUND + _ALARMS
_OF_100 = 100 * _MISSED // (_FOUND + _MISSED)

_add_count(
    "honest_in_flagged",
    "how many of the flagged are honest",
    range(_ALARMS, _ALARMS + 1),
    (
        "Look at the column of the flagged.",
        "The row of the honest ones, the column of the flagged.",
        "The cell of the table: honest, flagged.",
    ),
    {
        _FLAGGED: "That is how many are flagged. Some of them are unwanted.",
        _FOUND: "Those are the unwanted ones that are flagged. The question is about the honest.",
        _PASSED: "Those are the honest ones that are let through.",
    },
)
_add_count(
    "missed_in_100",
    "of 100 unwanted ones, how many are let through",
    range(_OF_100, _OF_100 + 2),
    (
        "Look at the row of the unwanted.",
        "The unwanted that are let through, divided by all the unwanted, times 100.",
        f"100 times {_MISSED}, divided by {_FOUND + _MISSED}.",
    ),
    {
        _MISSED: f"That is how many of {_FOUND + _MISSED}. Now of 100.",
        1: "That is how many of 100 are flagged. The question is about the others.",
        2: "That is how many of 100 are flagged. The question is about the others.",
    },
)
_add_count(
    "right_with_words",
    "how often the three words are right",
    range(_FOUND + _PASSED, _FOUND + _PASSED + 1),
    (
        "A filter is right in two cells of the table. Which?",
        "It is right when it flags what is unwanted, and when it lets through what is honest.",
        "Unwanted and flagged, plus honest and let through.",
    ),
    {
        _FOUND: "It is also right when it lets an honest message through.",
        _PASSED: "It is also right when it flags an unwanted one.",
        _FLAGGED: "That is how many it flags, rightly or wrongly.",
        _MISSED + _ALARMS: "Those are its mistakes.",
    },
)
_add_count(
    "right_without",
    "how often a filter is right that flags nothing",
    range(_ALARMS + _PASSED, _ALARMS + _PASSED + 1),
    (
        "Which messages does it treat rightly?",
        "It lets everything through, so it is right about every honest message.",
        "The number of all the honest messages.",
    ),
    {
        0: "It finds nothing, and it is right about every message that is honest.",
        _PASSED: "That is with the three words. Without them, no honest message is flagged.",
        _FOUND + _MISSED: "About the unwanted ones it is wrong, each time.",
    },
)


thresholds = Suite("wording.thresholds", by_line=True)

#: Of 1,000 messages so many are unwanted, and what a miss and an alarm cost.
_EVEN, _DEAR, _RARE = (500, 1, 1), (500, 1, 20), (10, 1, 20)


def _cheap(learner: Learner, name: str, case: tuple[int, int, int], none: str = "") -> None:
    """The threshold called ``name`` costs at most a twentieth more than the cheapest."""
    given = number_of(learner, name)
    assert given <= LAST, f"You wrote {given}. A threshold is a number from 0 to {LAST}."
    right = near_cheapest(*case)
    if given in right:
        return
    cost = flags(given, *case).cost / 10
    if none:
        raise AssertionError(f"You wrote {given}. There the mistakes cost {cost:g}. {none}")
    way = "higher" if given < min(right) else "lower"
    raise AssertionError(
        f"You wrote {given}. There the mistakes cost {cost:g}. Some {way} thresholds cost clearly "
        "less."
    )


@thresholds.check(
    "both mistakes cost the same",
    points=1,
    hints=(
        "Set unwanted to 500 of 1,000 and both costs to 1. Then move the threshold only.",
        "Watch the cost in the sentence. It falls, and then rises again.",
        "The cost is least somewhere between 35 and 55.",
    ),
)
def _even(learner: Learner) -> None:
    _cheap(learner, "even_costs", _EVEN)


@thresholds.check(
    "a false alarm costs twenty times as much",
    points=1,
    hints=(
        "Set unwanted to 500 of 1,000, a miss to 1 and a false alarm to 20.",
        "Which mistake is dear now? Move the threshold so that it becomes rare.",
        "The cost is least somewhere above 75, and it is not at 101.",
    ),
)
def _dear(learner: Learner) -> None:
    _cheap(learner, "dear_alarms", _DEAR)


@thresholds.check(
    "and if few messages are unwanted",
    points=1,
    hints=(
        "Set unwanted to 10 of 1,000, a miss to 1 and a false alarm to 20.",
        "Move the threshold all the way, to both ends.",
        "What would it cost to flag nothing at all?",
    ),
)
def _rare(learner: Learner) -> None:
    nothing = flags(LAST, *_RARE).cost / 10
    _cheap(
        learner, "rare_unwanted", _RARE, f"At {LAST}, where nothing is flagged, it is {nothing:g}."
    )


@thresholds.check(
    "of 1,000 flagged, how many are honest",
    points=1,
    hints=(
        "Set the threshold to 85 and unwanted to 10 of 1,000.",
        "The second sentence under the sliders says it.",
        "More than half, and fewer than 800.",
    ),
)
def _honest(learner: Learner) -> None:
    given = number_of(learner, "honest_in_1000_flagged")
    right = flags(85, *_RARE).honest or 0
    at_half = flags(85, *_EVEN).honest or 0
    why = {
        at_half: "That is so when 500 of 1,000 are unwanted. Set that to 10.",
        2: "That is how many of the measured honest messages are flagged.",
        1_000 - right: "Those are the unwanted among 1,000 flagged.",
        flags(50, *_RARE).honest: "That is so at a threshold of 50. Set it to 85.",
    }.get(given, "Threshold 85, unwanted 10 of 1,000; then read the second sentence.")
    assert abs(given - right) <= 5, f"You wrote {given}. {why}"


chat = Suite("wording.chat", by_line=True)


for _number, _question in enumerate(QUESTIONS, 1):
    add_question(chat, "chat", _number, _question)


draft = Suite("wording.draft", by_line=True)

SENDER = "Kettle & Fern"


def _message(learner: Learner) -> str:
    text = text_of(learner, "my_message")
    if not text.strip("? \n"):
        raise NotWritten(TEXT_BLANK)
    return text


def _no_finding(learner: Learner, *codes: str) -> None:
    found = findings(Draft(_message(learner), SENDER), Audience(asked=True))
    for one in found:
        piece = f' ("{one.piece}")' if one.piece else ""
        assert one.code not in codes, f"{ADVICE[one.code]}{piece}"


@draft.check(
    "to whom it goes",
    points=2,
    hints=(
        "Who has said yes? And who has said stop since?",
        "A yes that was taken back is none.",
        "The longest of the three answers.",
    ),
)
def _to(learner: Learner) -> None:
    given = read_to(learner.goes_to)
    if isinstance(given, Problem):
        refuse(given)
    assert given != "everyone", f'You answered "{learner.goes_to}". {ADVICE["not-asked"]}'
    assert given == "without", f'You answered "{learner.goes_to}". {ADVICE["left"]}'


@draft.check(
    "who it is from",
    points=1,
    hints=(
        "Would somebody who has not saved the number know who writes?",
        "The name that people know.",
        "Kettle & Fern",
    ),
)
def _from(learner: Learner) -> None:
    _no_finding(learner, "sender")


@draft.check(
    "why they get it",
    points=1,
    hints=(
        "What did these people do, so that they get it?",
        "They ticked a box in the shop. Say so, in one of the ways of the table.",
        '"You asked for our offers", or "You signed up in the shop".',
    ),
)
def _reason(learner: Learner) -> None:
    _no_finding(learner, "reason")


@draft.check(
    "how to stop",
    points=1,
    hints=(
        "How does somebody leave who has had enough?",
        "One word to answer with.",
        '"Answer STOP to end this."',
    ),
)
def _stop(learner: Learner) -> None:
    _no_finding(learner, "stop")


@draft.check(
    "links and attachments",
    points=1,
    hints=(
        "Which link do people need?",
        "One link at most, and no file that nobody asked for.",
        'Keep one address or none, and write attachment = "none".',
    ),
)
def _links(learner: Learner) -> None:
    _no_finding(learner, "links")
    attachment = learner.attachment
    if isinstance(attachment, str) and attachment and not attachment.strip("? "):
        raise NotWritten(ATTACHMENT_BLANK)
    plain = tidy(attachment) if isinstance(attachment, str) else attachment
    assert plain in ATTACHMENT_NONE, f"attachment is {attachment!r}. {ADVICE['attachment']}"


@draft.check(
    "emoji and shouting",
    points=1,
    hints=(
        "Read it aloud, as you would say it at the counter.",
        "No words in capitals but STOP, one mark at a time, three emoji at most.",
        "Small letters, a full stop, and at most one leaf.",
    ),
)
def _loud(learner: Learner) -> None:
    _no_finding(learner, "shouting", "marks", "emoji")


@draft.check(
    "the offer is still plain",
    points=1,
    hints=(
        "What does somebody get who comes?",
        "It is true that the second tin is free, so say it.",
        'Say "tea", "free" and "Sunday".',
    ),
)
def _plain(learner: Learner) -> None:
    said = _message(learner).lower()
    for word in ("tea", "free", "sunday"):
        assert word in said, (
            f'The word "{word}" is gone. An honest message says plainly what is offered: the '
            "second tin of tea is free until Sunday. No word is forbidden."
        )
