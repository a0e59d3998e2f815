"""Module m08, decide: where to ask, what to say, and what figures and offers are worth."""

from sendwell.advice.moments import AppealTimeline

__all__ = ["AppealTimeline"]
