"""Splits by family, and copies across them, as the library does it."""

from __future__ import annotations

import pytest

from sendwell.data import Message, messages
from sendwell.filters import by_family, copied

TEN = [
    Message(f"m{n}", f"text {n}", "en", "personal", family, "written")
    for n, family in enumerate("abacabadbc")
]


@pytest.mark.parametrize(
    ("share", "tried"),
    [(0.0, ""), (0.1, "d"), (0.2, "da"), (0.5, "da"), (0.51, "dac"), (1.0, "abcd")],
)
def test_whole_families_go_until_the_share_is_reached(share: float, tried: str) -> None:
    first, second = by_family(TEN, share, 1)
    assert {message.family for message in second} == {*tried}
    assert first == [message for message in TEN if message.family not in tried]


def test_a_split_by_family_has_no_copies_where_a_random_one_has() -> None:
    english = messages("en")
    assert copied(*by_family(english, 1 / 3, 1)) == []
    assert len(copied(english[::2], english[1::2])) > 10
