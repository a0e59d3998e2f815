"""Module m04, decide: messages to judge, words to count, a draft to look at.

In a notebook: ``from sendwell.wording import judged, look_at, measure_words``.
"""

from sendwell.wording.view import judged, look_at, measure_words

__all__ = ["judged", "look_at", "measure_words"]
