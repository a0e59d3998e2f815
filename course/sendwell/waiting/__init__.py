"""Module m06, decide: why reports wait, who waits, how many decisions are wrong.

In a notebook: ``from sendwell.waiting import reasons`` and then ``reasons(globals(), "causes")``.
"""

from sendwell.waiting.view import reasons

__all__ = ["reasons"]
