"""The figures calculate: fed from the registry, compared with what was worked out by hand."""

from __future__ import annotations

import pytest

from sendwell.claims import arithmetic as a
from sendwell.claims import claim, contradiction, load


def n(key: str, name: str) -> float:
    return claim(key).figure(name).number


def ways() -> dict[str, float]:
    """Reports a day, by what is stated or implied."""
    world = a.mean_below(n("B13", "Hong Kong/reports"), n("B14", "above_world_mean"))
    return {
        "C01": n("C01", "reports"),
        "D01": n("D01", "reports"),
        "H01": n("H01", "reports"),
        "B01": a.reports_from_messages(n("B01", "messages"), n("B01", "reported")),
        "E02": a.reports_from_bans(n("E02", "deactivated"), n("E02", "share_of_reports")),
        "B14, 2 billion users": a.reports_from_people(world, 2e9),
        "B14, 3 billion users": a.reports_from_people(world, 3e9),
    }


def test_x02_the_articles_imply_reports_a_day_that_differ_two_hundredfold() -> None:
    found = ways()
    assert found["B01"] == pytest.approx(100e6)
    assert found["E02"] == pytest.approx(0.4987e6, rel=1e-3)
    assert found["E02"] * a.DAYS_IN_MONTH == pytest.approx(14.96e6, rel=1e-3)
    assert found["B14, 2 billion users"] == pytest.approx(23.8e6, rel=1e-2)
    assert found["B14, 3 billion users"] == pytest.approx(35.7e6, rel=1e-2)
    assert 200 < a.spread(*found.values()) < 201


def test_b14_the_world_mean_lies_below_hong_kong() -> None:
    assert a.mean_below(0.5, 40) == pytest.approx(0.357, abs=5e-4)


def test_z01_a_probability_times_the_factor_is_none_but_odds_are() -> None:
    early, factor = n("F04", "early_success"), n("F06", "factor")
    assert a.scaled_probability(early, factor) == pytest.approx(135)
    assert a.scaled_odds(early, factor) == pytest.approx(74.6, abs=0.05)
    assert a.odds_ratio(early, a.scaled_odds(early, factor)) == pytest.approx(factor)


RATIOS = {
    "spam": (8.1, 21.4),
    "fraudulent messages": (2.1, 15.2),
    "hate speech": (1.9, 47.1),
    "adult content": (2.4, 13.8),
    "fake news": (2.7, 8.2),
}


@pytest.mark.parametrize("violation", RATIOS)
def test_z02_no_row_of_the_sanction_table_shows_the_factor_of_the_text(violation: str) -> None:
    first, third = n("E04", f"{violation}/first"), n("E04", f"{violation}/third")
    plain, odds = RATIOS[violation]
    assert a.ratio(first, third) == pytest.approx(plain, abs=0.05)
    assert a.odds_ratio(first, third) == pytest.approx(odds, abs=0.06)
    stated = claim("E05").figure("factor")
    assert not stated.low <= a.ratio(first, third) <= stated.high
    assert a.odds_ratio(first, third) > stated.high


def test_z03_the_same_split_serves_two_unrelated_things() -> None:
    levels = [n(key, "share") for key in ("E06", "E07", "E08")]
    assert levels == [figure.number for figure in claim("G02").figures]
    assert a.total(*levels) == 100


def test_z04_the_stated_accuracies_mean_hundreds_of_thousands_of_wrong_decisions_a_day() -> None:
    accuracy = a.mixed_mean(
        n("H03", "automatic"), n("H05", "automatic/accuracy"), n("H05", "manual/accuracy")
    )
    assert accuracy == pytest.approx(83.56)
    assert a.wrong_decisions(n("H01", "reports"), accuracy) == pytest.approx(0.87e6, rel=2e-3)


def test_z05_the_stated_reviewers_could_do_the_stated_work() -> None:
    most = a.capacity(n("D11", "reviewers"), n("D11", "each"))
    assert most == 814_000
    demand = {key: a.part(n(key, "reports"), n("H03", "human")) for key in ("H01", "D01", "C01")}
    assert demand == pytest.approx({"H01": 689_000, "D01": 585_000, "C01": 260_000})
    used = {key: a.utilisation(value, most) for key, value in demand.items()}
    assert used == pytest.approx({"H01": 0.846, "D01": 0.719, "C01": 0.319}, abs=5e-4)
    assert a.minutes_each(n("D11", "each"), 8) == pytest.approx(2.18, abs=5e-3)


def test_z06_neither_count_of_bans_gives_the_stated_share_of_reports() -> None:
    reports = n("H01", "reports")
    assert a.bans_per_report(n("E01", "blocked"), reports) == pytest.approx(5.0, abs=0.05)
    assert a.bans_per_report(n("E02", "deactivated"), reports) == pytest.approx(1.2, abs=0.05)
    assert n("E02", "share_of_reports") == 12.7


def test_x05_the_shares_within_two_days_differ() -> None:
    assert a.total(n("B07", "within_first_day"), n("B07", "take_second_day")) == 90
    assert n("D02", "completed") == 68


def test_x06_the_implied_mean_handling_time_is_below_an_hour() -> None:
    mean = a.mixed_mean(n("H03", "automatic"), n("H05", "automatic/mean"), n("H05", "manual/mean"))
    assert mean / 60 == pytest.approx(0.86, abs=5e-3)
    assert min(claim("E04").table.column("mean_time")) == 9
    assert max(claim("E04").table.column("mean_time")) * 60 > n("H05", "manual/slowest")


def test_x07_deactivated_and_warned_leave_no_report_without_consequence() -> None:
    assert a.total(n("E02", "share_of_reports"), n("E03", "warned_or_limited")) == 100


def test_x09_the_times_by_reporters_agree_with_the_factor_of_priority() -> None:
    implied = a.ratio(n("H09", "several_time"), n("H09", "single_mean"))
    assert implied == pytest.approx(3.7, abs=0.05)
    assert round(implied) == n("D16", "speed_factor")


def test_x17_three_percent_of_all_suspended_would_be_a_fifth_of_those_who_appeal() -> None:
    assert a.share_of_part(n("F01", "restored"), n("F01", "appeal")) == pytest.approx(20)


def test_h04_agrees_with_the_means_of_h05() -> None:
    times = a.ratio(n("H05", "automatic/mean"), n("H05", "manual/mean"))
    assert times == pytest.approx(14.2, abs=0.05)
    assert times > n("H04", "ratio")


def test_p05_printed_shares_follow_from_the_counts() -> None:
    for month, name in (("2023-08", "august_2023_share"), ("2023-09", "september_2023_share")):
        share = 100 * n("P05", f"{month}/before_any_report") / n("P05", f"{month}/banned")
        assert round(share) == n("P05", name)
    share = 100 * n("P06", "february_2024_before_any_report") / n("P06", "february_2024")
    assert round(share) == n("P06", "february_2024_share")


def test_p07_complaints_add_up_and_bound_the_success_of_appeals() -> None:
    kinds = ("account_support", "ban_appeals", "other_support", "product_support", "safety")
    assert sum(n("P07", name) for name in kinds) == n("P07", "complaints")
    assert 100 * n("P07", "actioned") / n("P07", "ban_appeals") == pytest.approx(1.1, abs=0.05)
    january = claim("P08").figure("actioned")
    assert 100 * january.low / n("P08", "ban_appeals") == pytest.approx(14.3, abs=0.05)


def test_p44_the_pair_rate_is_one_rate_in_four_units() -> None:
    every = n("P44", "every")
    assert 60 / every == n("P44", "per_minute")
    assert 3600 / every == n("P44", "per_hour")
    assert 1 / every == pytest.approx(n("P44", "per_second"), abs=5e-3)


@pytest.mark.parametrize("share", [0, 100, -1, 101])
def test_odds_of_certainty_or_of_nothing_are_refused(share: float) -> None:
    with pytest.raises(ValueError, match="share between 0 and 100"):
        a.odds_ratio(share, 50)
    with pytest.raises(ValueError, match="share between 0 and 100"):
        a.scaled_odds(share, 2)


def test_division_by_nothing_is_refused_with_the_name_of_the_argument() -> None:
    with pytest.raises(ValueError, match="first must be positive, not 0"):
        a.ratio(0, 1)
    with pytest.raises(ValueError, match="limit must be positive"):
        a.utilisation(1, 0)
    with pytest.raises(ValueError, match="at least one value"):
        a.spread()


def test_every_function_that_the_data_may_name_is_used_by_a_contradiction() -> None:
    used = {name for found in load().contradictions.values() for name in found.functions}
    assert used == set(a.FUNCTIONS)


@pytest.mark.parametrize(
    ("key", "name", "value"),
    [
        ("X02", "implied_by_E02", 499_000),
        ("X06", "mean_implied_by_the_mix", 51.6),
        ("Z04", "wrong_decisions", 871_000),
        ("Z05", "utilisation_by_H01", 0.846),
        ("Z06", "all_bans_over_reports", 5.03),
    ],
)
def test_contradictions_show_what_is_computed_to_three_digits(
    key: str, name: str, value: float
) -> None:
    assert contradiction(key).result(name).number == value
