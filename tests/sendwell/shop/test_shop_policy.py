"""A policy is read from plain values, and what is wrong with one is said in a sentence."""

from __future__ import annotations

from typing import Any

import pytest

from sendwell.shop import Policy, PolicyError, read_policy
from sendwell.shop.policy import HOUR, MINUTE, NAMES

GOOD: dict[str, Any] = {
    "write_offers_to": "people who asked",
    "most_people_a_day": "240",
    "a_day_means": "the last 24 hours",
    "seconds_between_messages": "6",
    "quiet_from": "21:00",
    "quiet_until": "08:00",
    "quiet_clock": "where the customer is",
    "no_offers_after_a_stop": "at once",
    "answer_questions": "before the offers",
}


def test_good_values_are_the_careful_policy() -> None:
    assert read_policy(GOOD) == Policy()


@pytest.mark.parametrize(
    ("name", "value", "field", "read"),
    [
        ("write_offers_to", " All  Customers. ", "audience", "customers"),
        ("most_people_a_day", 250, "most_people", 250),
        ("most_people_a_day", "1,000 people", "most_people", 1_000),
        ("seconds_between_messages", 6.5, "gap", 6_500),
        ("seconds_between_messages", "6 s", "gap", 6_000),
        ("seconds_between_messages", 0, "gap", 0),
        ("quiet_from", "9 pm", "quiet_from", 21 * HOUR),
        ("quiet_from", "21.30", "quiet_from", 21 * HOUR + 30 * MINUTE),
        ("quiet_from", 21, "quiet_from", 21 * HOUR),
        ("quiet_from", "24:00", "quiet_from", 0),
        ("quiet_until", "7", "quiet_until", 7 * HOUR),
    ],
)
def test_values_are_read_whatever_their_spelling(
    name: str, value: object, field: str, read: object
) -> None:
    assert getattr(read_policy(GOOD | {name: value}), field) == read


@pytest.mark.parametrize(
    ("name", "value", "phrase"),
    [
        ("write_offers_to", "my friends", 'Choose one of: "people who asked"'),
        ("write_offers_to", 7, "write_offers_to is 7"),
        ("most_people_a_day", (1, 0), "without a comma"),
        ("most_people_a_day", "many", "Write a whole number, 1 or more"),
        ("most_people_a_day", 0, "1 or more"),
        ("most_people_a_day", 2.5, "Write a whole number"),
        ("most_people_a_day", True, "Write a whole number"),
        ("seconds_between_messages", -1, "0 or more"),
        ("seconds_between_messages", float("nan"), "Write a whole number"),
        ("quiet_from", "late", "Write a time of day"),
        ("quiet_from", "25:00", "Write a time of day"),
        ("quiet_from", "13 pm", "Write a time of day"),
        ("quiet_from", "08:00", "are the same time"),
    ],
)
def test_what_cannot_be_read_is_explained(name: str, value: object, phrase: str) -> None:
    with pytest.raises(PolicyError, match=name) as caught:
        read_policy(GOOD | {name: value})
    assert phrase in str(caught.value)
    assert not caught.value.blank


@pytest.mark.parametrize("blank", ["?", " ? ", "", None])
def test_blanks_are_told_from_mistakes(blank: object) -> None:
    with pytest.raises(PolicyError) as caught:
        read_policy(dict.fromkeys(NAMES, blank))
    assert caught.value.blank == set(NAMES)


def test_a_name_that_is_gone_counts_as_blank() -> None:
    with pytest.raises(PolicyError, match="quiet_clock is not there") as caught:
        read_policy({name: value for name, value in GOOD.items() if name != "quiet_clock"})
    assert caught.value.blank == {"quiet_clock"}


def test_only_what_is_needed_must_be_there() -> None:
    policy = read_policy({"most_people_a_day": "100", "quiet_from": "?"}, ("most_people_a_day",))
    assert policy == Policy(most_people=100)
