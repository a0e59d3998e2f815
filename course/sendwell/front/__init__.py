"""The front door: what there is, where a learner stands, and a file to keep."""

from sendwell.front.board import Board, where_you_are
from sendwell.front.keep import Keep, restore_progress, save_progress
from sendwell.front.paper import completion_page

__all__ = [
    "Board",
    "Keep",
    "completion_page",
    "restore_progress",
    "save_progress",
    "where_you_are",
]
