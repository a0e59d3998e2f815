"""Module m05, decide: what somebody who gets a message does, and what a group's admin does.

In a notebook: ``from sendwell.reports import reasons`` and then ``reasons(globals())``.
"""

from sendwell.reports.view import reasons

__all__ = ["reasons"]
