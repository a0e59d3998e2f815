"""Kettle & Fern, the fictional tea shop of module m03: its rules, its people, one week.

In a notebook: ``from sendwell.shop import play_week`` and then ``play_week(globals())``.
"""

from sendwell.shop.play import play_week
from sendwell.shop.policy import Policy, PolicyError, read_policy
from sendwell.shop.simulation import run_week
from sendwell.shop.week import Week

__all__ = ["Policy", "PolicyError", "Week", "play_week", "read_policy", "run_week"]
