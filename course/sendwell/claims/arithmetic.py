"""What the contradictions rest on: small pure functions over the figures of claims.

Shares are percentages from 0 to 100, factors are plain numbers, a month has 30 days unless told.
A figure that comes out of these functions is as good as those that went in.
"""

from __future__ import annotations

from sendwell.checks.answers import answers

DAYS_IN_MONTH = 30


def ratio(first: float, second: float) -> float:
    """How many times ``first`` goes into ``second`` (same unit). Raises ValueError if first is 0.

    The sanction table: ``ratio(8, 65)`` is 8.125.
    """
    return second / _positive(first, "first")


def odds_ratio(first: float, second: float) -> float:
    """The odds of ``second`` over the odds of ``first``, both shares in percent.

    Raises ValueError for shares at or beyond 0 and 100, whose odds are not finite or are zero.
    """
    return _odds(second) / _odds(first)


def spread(*values: float) -> float:
    """The largest value over the smallest (same unit). Raises ValueError if one is not positive."""
    if not values:
        raise ValueError("spread needs at least one value")
    return max(values) / min(_positive(value, "value") for value in values)


def total(*shares: float) -> float:
    """Shares of one whole added up, in percent."""
    return float(sum(shares))


def scaled_probability(share: float, factor: float) -> float:
    """``share`` in percent times ``factor``: above 100 it is no probability."""
    return share * factor


def scaled_odds(share: float, factor: float) -> float:
    """The probability in percent whose odds are ``factor`` times those of ``share`` (percent)."""
    odds = _odds(share) * _positive(factor, "factor")
    return 100 * odds / (1 + odds)


def share_of_part(share: float, part: float) -> float:
    """What ``share`` percent of a whole is of a ``part`` percent of it, in percent."""
    return 100 * share / _positive(part, "part")


def part(amount: float, share: float) -> float:
    """``share`` percent of ``amount``, in the unit of ``amount``."""
    return amount * share / 100


def mean_below(value: float, above: float) -> float:
    """The mean of which ``value`` is ``above`` percent more, in the unit of ``value``."""
    return value / _positive(1 + above / 100, "1 + above / 100")


def reports_from_messages(messages: float, reported: float) -> float:
    """Reports a day implied by messages a day and the percentage of them that is reported."""
    return part(messages, reported)


def reports_from_bans(bans: float, share: float, days: float = DAYS_IN_MONTH) -> float:
    """Reports a day implied by bans a month that are said to be ``share`` percent of reports."""
    return 100 * bans / _positive(share, "share") / _positive(days, "days")


def reports_from_people(each: float, people: float, days: float = DAYS_IN_MONTH) -> float:
    """Reports a day implied by reports a person and month, and a number of people."""
    return each * people / _positive(days, "days")


def bans_per_report(bans: float, reports: float, days: float = DAYS_IN_MONTH) -> float:
    """Bans a month over reports a day, as bans in a hundred reports (percent)."""
    return 100 * bans / _positive(reports * days, "reports * days")


def mixed_mean(share: float, first: float, rest: float) -> float:
    """The mean over a mix: ``share`` percent at ``first``, the others at ``rest`` (same unit).

    With times it is the implied mean handling time, with accuracies the implied accuracy.
    """
    return (share * first + (100 - share) * rest) / 100


def wrong_decisions(volume: float, accuracy: float) -> float:
    """Wrong decisions among ``volume`` (for example a day's) at an accuracy in percent."""
    return part(volume, 100 - accuracy)


def capacity(reviewers: float, each: float) -> float:
    """Reports a day that ``reviewers`` can handle at ``each`` reports a reviewer and day."""
    return reviewers * each


@answers("review.utilisation")
def utilisation(demand: float, limit: float) -> float:
    """Demand over capacity (same unit): from 1 on the queue grows without end."""
    return demand / _positive(limit, "limit")


def minutes_each(reports: float, hours: float) -> float:
    """Minutes for each report where ``reports`` are handled in ``hours`` of work."""
    return 60 * hours / _positive(reports, "reports")


def _odds(share: float) -> float:
    if not 0 < share < 100:
        raise ValueError(f"odds need a share between 0 and 100, not {share:g}")
    return share / (100 - share)


def _positive(value: float, name: str) -> float:
    if value <= 0:
        raise ValueError(f"{name} must be positive, not {value:g}")
    return value


#: what `computed` in the data files may name
FUNCTIONS = {
    function.__name__: function
    for function in (
        ratio,
        odds_ratio,
        spread,
        total,
        scaled_probability,
        scaled_odds,
        share_of_part,
        part,
        mean_below,
        reports_from_messages,
        reports_from_bans,
        reports_from_people,
        bans_per_report,
        mixed_mean,
        wrong_decisions,
        capacity,
        utilisation,
        minutes_each,
    )
}
