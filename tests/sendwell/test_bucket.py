"""The table of a token bucket beside a moving window."""

from __future__ import annotations

from sendwell.bucket import bucket_beside_window, filled


def test_bucket_fills_a_token_at_a_time_up_to_its_capacity() -> None:
    seen = [(send.tokens, send.admitted) for send in filled([0, 0, 0, 999, 1_000, 9_000], 2, 1_000)]
    assert seen == [(2, True), (1, True), (0, False), (0, False), (1, True), (2, True)]


def test_table_shows_where_bucket_and_window_differ() -> None:
    assert bucket_beside_window([0, 0, 0, 1_000, 2_000], 2, 1_000).splitlines() == [
        "   send at  tokens  bucket   moving window",
        "         0  oo      sends    sends",
        "         0  o.      sends    sends",
        "         0  ..      waits    waits",
        "     1_000  o.      sends    waits",
        "     2_000  o.      sends    sends",
    ]
