"""What has grown old is named, and nothing else."""

from __future__ import annotations

import datetime as dt

from sendwell.claims import claim, stale

READ = dt.date(2026, 11, 23)


def ids(today: dt.date, days: int = 180) -> set[str]:
    return {found.id for found in stale(today, days)}


def test_evidence_is_stale_the_day_after_its_last_good_day() -> None:
    updated = claim("P42").main.document.as_of
    assert "P42" not in ids(updated + dt.timedelta(days=180))
    assert "P42" in ids(updated + dt.timedelta(days=181))
    assert "P42" in ids(updated + dt.timedelta(days=2), days=1)


def test_what_was_read_today_is_fresh_and_old_reports_are_not() -> None:
    found = ids(READ)
    assert {"A07", "E01", "P01", "P42", "P74"} <= found
    assert not {"P10", "P38", "P60", "A05"} & found


def test_half_a_year_later_everything_with_evidence_is_stale_and_nothing_else() -> None:
    found = ids(READ + dt.timedelta(days=181))
    assert {"P10", "P38", "A18"} <= found
    assert "A19" not in found  # it has no evidence that could grow old
