"""The table of error codes, and the waits that the course makes of it."""

from __future__ import annotations

from sendwell.retry import error_codes, shortest_and_longest


def test_each_code_of_the_claim_is_a_line_and_each_source_has_its_date() -> None:
    lines = error_codes().splitlines()
    assert "131056  pair rate exceeded" in lines
    assert "   368  temporarily blocked for breaking a policy" in lines
    assert "131050  recipient opted out of marketing (unverified)" in lines
    assert [line[-10:] for line in lines if line.startswith("Source: ")] == ["2026-11-23"] * 3


def test_one_person_is_never_written_to_before_the_wait_that_the_platform_names() -> None:
    shortest = [shortest_and_longest(131056, attempt)[1] for attempt in range(6)]
    assert shortest == [1_000, 4_000, 16_000, 64_000, 256_000, 1_024_000]


def test_waits_for_all_have_a_cap_and_an_end() -> None:
    assert shortest_and_longest(130429, 5) == ("all", 0, 20_000)
    assert shortest_and_longest(130429, 6) == ("never", 0, 0)
