"""``play_week(globals())``: run the policy that a notebook holds, and show what happened."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sendwell.shop.policy import PolicyError, read_policy
from sendwell.shop.simulation import run_week
from sendwell.shop.view import unfinished_html, unfinished_text
from sendwell.shop.week import Week


@dataclass(frozen=True, repr=False)
class Unfinished:
    """A policy that cannot be run yet, and why: shown in place of a week."""

    problems: tuple[str, ...]

    def __repr__(self) -> str:
        return unfinished_text(self.problems)

    def _repr_html_(self) -> str:
        return unfinished_html(self.problems)


def play_week(names: Mapping[str, Any]) -> Week | Unfinished:
    """Run the policy in ``names`` (``globals()`` in a notebook), or say what is missing."""
    try:
        return run_week(read_policy(names))
    except PolicyError as error:
        return Unfinished(tuple(error.problems.values()))
