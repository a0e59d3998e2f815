"""The twelve messages of m04's decide notebook: every right answer with its reason.

The notebook prints the messages; here stand the answers, in the same order. A report says something
about somebody, so it must be true: where the words alone do not tell, one asks first.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sendwell.wording import strings
from sendwell.wording.form import Judgement, Verdict, Why


@dataclass(frozen=True)
class Situation:
    """One row: ``right`` are the right judgements with their reasons, the best first.

    ``about`` says what the message is; ``verdicts`` why another verdict is wrong.
    """

    title: str
    right: Mapping[Judgement, str]
    hints: tuple[str, str, str]
    about: str
    verdicts: Mapping[Verdict, str]

    def feedback(self, given: Judgement) -> str:
        """Why ``given`` is wrong, in a few sentences; "" if it is right."""
        if given in self.right:
            return ""
        if given.verdict not in {judgement.verdict for judgement in self.right}:
            return self.verdicts[given.verdict]
        half = strings.HALF.format(verdict=strings.VERDICTS[given.verdict][0].capitalize())
        return f"{half} {strings.WHY_IS[given.why]} {self.about}"


def _right(*several: tuple[Verdict, Why, str]) -> dict[Judgement, str]:
    return {Judgement(verdict, why): reason for verdict, why, reason in several}


SITUATIONS = (
    Situation(
        "1. The free coffee",
        _right(("leave", "known", "You hold the card, and the coffee is free as promised.")),
        ("Whose card is it?", "A word proves nothing. Did you ask?", "You hold the card: known."),
        "You hold the card that it is about.",
        {"report": "The word free is there, and it is true. You hold the card."},
    ),
    Situation(
        "2. The parcel and its fee",
        _right(("report", "lie", "It names no firm and no parcel, and wants money under a link.")),
        (
            "What does it want from you?",
            "Who writes? Which parcel?",
            "It pretends, to get money: a lie.",
        ),
        "It pretends to have a parcel of yours, to get money.",
        {"leave": "It has no shouting and no prize, and it pretends, to get money. Others pay."},
    ),
    Situation(
        "3. The bank's question",
        _right(
            ("leave", "known", "It is about your card, and wants no code, no PIN and no click."),
            ("leave", "unsure", "Call the number on your card, and you know."),
        ),
        (
            "What could it steal with a Y or an N?",
            "It has no link, and asks for no code.",
            "A bank's alert about your own card: known. Or call the bank: unsure.",
        ),
        "It is about your card, and it wants no secret.",
        {
            "report": "A bank and a card are not proof of a trick. It asks for no code, no PIN and "
            "no click. If you are unsure, call the number on your card.",
        },
    ),
    Situation(
        "4. Laura's dinner",
        _right(
            ("leave", "unsure", "It may be a wrong number. Do not tell it about yourself."),
            (
                "report",
                "lie",
                (
                    "The wrong number that turns into a friend is a known opening of an investment "
                    "trick, and this one asks on at once."
                ),
            ),
        ),
        (
            "It is friendly, and wants nothing yet. Is that proof of anything?",
            "An honest mistake begins like this, and a known trick does, too.",
            "Both are right here: leave and be unsure, or report the lie that it begins.",
        ),
        "It sells nothing and threatens nothing: a mistake, or the opening of a trick.",
        {},
    ),
    Situation(
        "5. Five thousand followers",
        _right(("report", "unasked", "Polite, and an offer that you did not ask for.")),
        (
            "Did you ask?",
            "A number that stands on a map is no yes.",
            "An offer that you did not ask for: unasked.",
        ),
        "It says openly what it sells, and you did not ask.",
        {"leave": "It is polite, and says where your number is from. That is no yes of yours."},
    ),
    Situation(
        "6. The husband",
        _right(("leave", "known", "Your sister makes a joke.")),
        ("Who writes?", "FREE, in capitals. And?", "Your sister makes a joke: known."),
        "Your sister makes a joke.",
        {"report": "The words are those of an advert. The sender is your sister."},
    ),
    Situation(
        "7. The new number",
        _right(
            (
                "leave",
                "unsure",
                "Call his old number, or ask what only he knows. If it is not he: report the lie.",
            )
        ),
        (
            "Can you know from these words who writes?",
            "Your son may have a new number, and this is a known trick. What finds out?",
            "Ask on a way that you know, before you say anything about anybody: unsure.",
        ),
        "Your son and a stranger would write the same words.",
        {
            "report": "It may well be a trick. A report must be true, so find out first: call his "
            "old number. That takes a minute, and money stays where it is.",
        },
    ),
    Situation(
        "8. Sofas, after your no",
        _right(("report", "unasked", "You had said no. Another way in is no yes.")),
        (
            "What did you tell them?",
            "You left their newsletter. Does that hold here?",
            "An offer that you no longer ask for: unasked.",
        ),
        "They say themselves that you had left.",
        {"leave": "They knew you once, and you told them no. They say so themselves."},
    ),
    Situation(
        "9. One star",
        _right(("report", "hurt", "Nobody has to put up with this, in a shop neither.")),
        (
            "What is this message for?",
            "A complaint says what was bad. What does this one say?",
            "It is there to frighten you: hurt.",
        ),
        "It is no complaint and no offer: it says what will be done to you.",
        {"leave": "A complaint may be harsh, and this is none: it is there to frighten you."},
    ),
    Situation(
        "10. The list that you did not join",
        _right(
            ("report", "unasked", "You did not ask, whatever it says."),
            ("report", "lie", "It says that you asked, to sell you something."),
            ("leave", "unsure", "Somebody may have mistyped a number: say STOP, and see."),
        ),
        (
            "It says that you asked. Who knows better?",
            "More than one answer is right. Did you ask?",
            "An offer that you did not ask for: unasked. Or a mistyped number: unsure, and STOP.",
        ),
        "It has all that an honest message has, but your yes.",
        {},
    ),
    Situation(
        "11. Gill in the bar",
        _right(("leave", "known", "It is your choir, and Gill is Gill.")),
        ("Who asks for money, and for what?", "You are in the choir.", "Your own choir: known."),
        "It is about your own choir.",
        {"report": "It asks for money, and it is your own choir. You know where Gill is."},
    ),
    Situation(
        "12. Wool, once too often",
        _right(("leave", "known", "You asked. It tells you how to stop, so say STOP.")),
        (
            "Who asked for it?",
            "What could you tell the shop before you tell the platform?",
            "You asked, and have not said stop: known.",
        ),
        "You signed up, and you have not said stop.",
        {
            "report": "You asked for it, so a report would not be true. Say STOP. If it still "
            "comes after that, the answer changes.",
        },
    ),
)
