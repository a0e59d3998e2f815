"""Module m01, decide: nine cards to read, who can help, and what comes next.

In a notebook: ``from sendwell.cards import cards, reasons``, then ``cards()`` draws the nine
fictional notices, and ``reasons(globals(), "kinds")`` says why the right lines are right.
"""

from sendwell.cards.drawn import cards
from sendwell.cards.view import reasons

__all__ = ["cards", "reasons"]
