"""A letter held against its case: sixteen criteria, and whatever the case does not hold."""

from sendwell.appeals.review.check import review_letter
from sendwell.appeals.review.letters import Labelled, load_letters
from sendwell.appeals.review.model import Finding, Flag, Review, Span
from sendwell.appeals.review.view import LetterView, show_review

__all__ = [
    "Finding",
    "Flag",
    "Labelled",
    "LetterView",
    "Review",
    "Span",
    "load_letters",
    "review_letter",
    "show_review",
]
