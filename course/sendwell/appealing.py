"""What module m08 gives: a case that is small enough to program with."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from sendwell.checks.answers import answers
from sendwell.checks.values import record


@record
@dataclass(frozen=True)
class Item:
    """Something at hand.

    Attributes:
        name: what it is.
        shows: the facts that it shows, word for word as the case has them.
        others: whether other people's data are in it.
        struck: whether these are struck out.
        code: whether it shows a code or an identity paper.

    """

    name: str
    shows: tuple[str, ...]
    others: bool = False
    struck: bool = False
    code: bool = False


@record
@dataclass(frozen=True)
class SmallCase:
    """A case with less in it than the library's. Days are whole numbers.

    Attributes:
        number: the account's own number, "+" and digits only.
        kind: "app" or "platform".
        admin: whether you administer the portfolio; counts on the platform only.
        measure: "ban", "temporary", "warning" or "unknown".
        noticed: the day of the notice.
        answer: "" (nothing was asked), "requested", "unchanged" or "reversed".
        stopped: the day on which the cause was stopped; None if it goes on.
        facts: what is known, a sentence each.
        evidence: what is at hand.
        others: names of other people.

    """

    number: str = "+447700900123"
    kind: str = "app"
    admin: bool = False
    measure: str = "ban"
    noticed: int = 0
    answer: str = ""
    stopped: int | None = None
    facts: tuple[str, ...] = ()
    evidence: tuple[Item, ...] = ()
    others: tuple[str, ...] = ()


@record
@dataclass(frozen=True)
class Figures:
    """Shares of success in percent, whole numbers; None where nobody says.

    Attributes:
        overall: of all who appeal.
        early: of those who appeal early.
        late: of those who appeal late.

    """

    overall: int | None = None
    early: int | None = None
    late: int | None = None


@answers("appealing.outcome_bounds")
def fitting_shares(figures: Figures) -> list[Fraction]:
    """The hundredths of early appeals with which the figures can all be true, in order.

    >>> fitting_shares(Figures(33, 54, 12))
    [Fraction(1, 2)]
    """
    known = (figures.overall, figures.early, figures.late)
    if any(one is not None and not 0 <= one <= 100 for one in known):
        return []
    overall, early, late = ((0, 100) if one is None else (one, one) for one in known)
    shares = [Fraction(part, 100) for part in range(101)]
    return [
        share
        for share in shares
        if share * early[0] + (1 - share) * late[0] <= overall[1]
        and share * early[1] + (1 - share) * late[1] >= overall[0]
    ]
