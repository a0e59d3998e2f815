"""Nine notices, and things that only look like one, drawn as cards.

All are fictional, without anybody's logo. A card is a plain HTML figure: headings and words say
everything, nothing depends on colour. ``print(cards())`` and :meth:`Cards.table` say the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from sendwell.cards import strings


@dataclass(frozen=True)
class Card:
    """What is seen: ``where`` it stands, what it ``says``, its ``button``, and what still works."""

    where: str
    says: str
    button: str
    works: str

    def facts(self) -> tuple[tuple[str, str], ...]:
        """What the card shows, in order: a heading and its words."""
        return (
            (strings.WHERE, self.where),
            (strings.SAYS, self.says or strings.NO_WORDS),
            (strings.OFFERS, self.button or strings.NO_BUTTON),
            (strings.WORKS, self.works),
        )


CARDS = (
    Card(
        "the app, the whole screen",
        "You're temporarily banned from using WhatsApp. Time left: 23:41:08",
        "",
        "nothing",
    ),
    Card(
        "the app, the whole screen",
        "This account is not allowed to use WhatsApp.",
        "Request a review",
        "nothing",
    ),
    Card(
        "a chat, from a number called 'Support Team'",
        "Your account will be closed today for spam. To keep it, send us the six-digit code that "
        "you have just received.",
        "",
        "everything",
    ),
    Card(
        "the app, a box over the list of chats",
        "We have noticed unusual activity on your account. Please use WhatsApp responsibly.",
        "OK",
        "everything",
    ),
    Card(
        "a chat, from a number that you do not know",
        "Dear customer, we have found that your account does not follow the rules. Read the terms "
        "again, so that it is not blocked.",
        "",
        "everything",
    ),
    Card(
        "an e-mail",
        "Your account is banned. Pay the fee of 49 within 24 hours, and it is unlocked at once: "
        "unlock.example",
        "Pay now",
        "everything",
    ),
    Card("the app, after you typed in your number", "", "", "nothing: the app goes back"),
    Card(
        "the app, the whole screen",
        "You are using an unofficial app. Change to the official app. You can use WhatsApp again "
        "in 2 hours.",
        "Learn more",
        "nothing",
    ),
    Card(
        "a text message on your phone; you have asked for nothing",
        "Your code is 123-456. Do not share it.",
        "",
        "everything",
    ),
)


class Cards:
    """All cards of the notebook, one under the other."""

    def __repr__(self) -> str:
        parts = []
        for number, card in enumerate(CARDS, 1):
            lines = [f"  {head}: {words}" for head, words in card.facts()]
            parts.append("\n".join([strings.CARD.format(number=number), *lines]))
        return "\n\n".join(parts)

    def _repr_html_(self) -> str:
        return (
            '<div class="sendwell-cards" style="display:flex;flex-wrap:wrap;gap:12px">'
            f"{''.join(_drawn(number, card) for number, card in enumerate(CARDS, 1))}</div>"
        )

    def table(self) -> str:
        """Give the cards as a Markdown table, one row a card."""
        rows = [strings.CARD_HEADS, ("---",) * len(strings.CARD_HEADS)]
        rows += [
            (str(number), *(words for _, words in card.facts()))
            for number, card in enumerate(CARDS, 1)
        ]
        return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _drawn(number: int, card: Card) -> str:
    facts = "".join(
        f'<p style="margin:6px 0 0"><span style="font-size:90%">{escape(head)}:</span><br>'
        f"{_words(head, words)}</p>"
        for head, words in card.facts()
    )
    return (
        '<figure style="flex:1 1 240px;max-width:340px;box-sizing:border-box;margin:0;'
        'padding:12px;border:2px solid currentColor;border-radius:10px">'
        f"<figcaption>{escape(strings.CARD.format(number=number))}</figcaption>"
        f"{facts}</figure>"
    )


def _words(head: str, words: str) -> str:
    return f"<strong>{escape(words)}</strong>" if head == strings.SAYS else escape(words)


def cards() -> Cards:
    """The nine cards, drawn in a notebook and in words anywhere else."""
    return Cards()
