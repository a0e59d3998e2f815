"""A letter is held against its case: sixteen criteria, and whatever the case does not hold."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from sendwell.appeals import load_case
from sendwell.appeals.review import Labelled, Review, load_letters, review_letter
from sendwell.appeals.review.gate import A_PERSON_MUST_LOOK
from sendwell.appeals.review.reading import Read
from sendwell.appeals.strings_review import CRITERIA

TODAY = "2026-11-24"
LETTERS = load_letters()
BY_ID = {letter.id: letter for letter in LETTERS}


def reviewed(text: str, case: str = "tea-shop") -> Review:
    return review_letter(text, load_case(case), TODAY)


def flagged(review: Review, text: str) -> set[tuple[str, str]]:
    return {(one.kind, text[one.span.start : one.span.end]) for one in review.flags}


def changed(letter: str, old: str, new: str) -> tuple[Review, str]:
    """The review of an open letter in which one passage is another."""
    text = BY_ID[letter].text
    assert text.count(old) >= 1
    text = text.replace(old, new)
    return reviewed(text, BY_ID[letter].case), text


@pytest.mark.parametrize("letter", LETTERS, ids=[one.id for one in LETTERS])
def test_the_rules_agree_with_the_labels_of_the_open_letters(letter: Labelled) -> None:
    review = reviewed(letter.text, letter.case)
    assert review.language == letter.language
    assert [one.criterion for one in review.findings] == list(CRITERIA)
    for one in review.findings:
        wanted = {"missed", "look"} if one.criterion in letter.missed else {"met", "look"}
        assert one.rules in wanted, (one.criterion, one.reason)
        if one.criterion != 1:
            assert one.rules != "look"


def test_the_open_letters_are_of_every_kind_in_both_languages() -> None:
    kinds = {(one.language, one.kind) for one in LETTERS}
    assert kinds == {(a, b) for a in ("en", "it") for b in ("good", "weak", "dishonest", "copied")}
    assert len(LETTERS) >= 30
    assert len(BY_ID) == len(LETTERS)
    assert {number for one in LETTERS for number in one.missed} == set(CRITERIA)


def test_nothing_is_flagged_in_a_good_letter() -> None:
    good = [one for one in LETTERS if one.kind == "good"]
    assert len(good) == 9
    for letter in good:
        assert reviewed(letter.text, letter.case).flags == (), letter.id


def test_a_passage_is_where_it_says() -> None:
    for letter in LETTERS:
        review = reviewed(letter.text, letter.case)
        for span in (
            *(f.span for f in review.flags),
            *(s for f in review.findings for s in f.spans),
        ):
            assert 0 <= span.start < span.end <= len(letter.text)


@pytest.mark.parametrize(
    ("old", "new", "kind", "passage"),
    [
        ("14 November 2026 at", "15 November 2025 at", "day", "15 November 2025"),
        ("at 09:12", "at 19:12", "day", "19:12"),
        ("312 people", "310 people", "number", "310"),
        ("tea shop in Leeds", "tea shop in York", "name", "York"),
        ("Business Messaging Policy", "Commerce Policy", "rule", "Commerce Policy"),
        ("and it was our mistake", "and we fired our manager", "deed", "fired"),
        ("how many people blocked", "how many, Priya Shah too, blocked", "person", "Priya Shah"),
        ("+447700900123", "+447700900123 and +447700900124", "person", "+447700900124"),
        ("tell us the result", "take the code 123-456 and tell us", "code", "123-456"),
        ("Please review", "Under the Digital Services Act review", "law", "Digital Services Act"),
        ("and tell us", "[your name] and tell us", "template", "[your name]"),
        (
            "We do not know",
            "It is the first measure ever. We do not know",
            "conflict",
            "first measure",
        ),
    ],
)
def test_what_the_case_does_not_hold_is_flagged(
    old: str, new: str, kind: str, passage: str
) -> None:
    review, text = changed("open-01", old, new)
    assert (kind, passage) in flagged(review, text)


def test_a_flag_ends_where_the_day_ends() -> None:
    text = BY_ID["open-14"].text
    assert ("day", "19 November") in flagged(reviewed(text, "choir"), text)


def test_a_sum_or_a_difference_of_the_case_is_no_invention() -> None:
    review, text = changed("open-01", "194 had left", "194 of the 312 (312 less 118) had left")
    assert flagged(review, text) == set()


def test_contesting_and_admitting_at_once_is_seen_with_both_passages() -> None:
    letter = BY_ID["open-12"]
    found = reviewed(letter.text, letter.case).finding(8)
    assert found.rules == "missed"
    assert "contests and admits at once" in found.reason
    assert len(found.spans) == 2


def test_a_denial_is_no_admission() -> None:
    review, _ = changed(
        "open-02", "I know of no rule that I broke", "I deny that this broke a rule"
    )
    assert review.finding(8).rules != "missed"
    assert reviewed(BY_ID["open-32"].text, "bakery-takeover").finding(8).rules == "met"


def test_a_way_round_is_seen_and_its_refusal_is_not() -> None:
    for new, verdict in (("I will not open a new account.", "met"), ("I use a VPN now.", "missed")):
        review, _ = changed("open-02", "Please have the ban reviewed.", f"Review the ban. {new}")
        assert review.finding(15).rules == verdict


def test_the_digital_services_act_is_no_false_law_for_a_channel_in_the_union() -> None:
    for letter, flags in (("open-04", set()), ("open-21", {"law"})):
        text = BY_ID[letter].text + "\nThe Digital Services Act gives us a complaint.\n"
        review = reviewed(text, BY_ID[letter].case)
        assert {one.kind for one in review.flags} == flags


def test_it_is_too_late_after_the_last_day_and_not_on_it() -> None:
    letter = BY_ID["open-03"]
    case = load_case(letter.case)
    verdicts = {
        day: review_letter(letter.text, case, day).finding(5).rules
        for day in ("2027-02-01", "2027-02-02", "")
    }
    assert verdicts == {"2027-02-01": "met", "2027-02-02": "missed", "": "met"}


def test_a_letter_of_251_words_is_too_long_and_one_of_250_is_not() -> None:
    text = BY_ID["open-02"].text
    for words, verdict in ((250, "met"), (251, "missed")):
        longer = text + " so" * (words - len(text.split()))
        assert reviewed(longer, "choir").finding(14).rules == verdict


def test_something_mended_on_that_day_is_left_to_a_person() -> None:
    old = "Since 16 November offers go"
    review, text = changed("open-01", old, "Since the 16th offers go")
    text = text.replace("for offers on 15 November.", "for offers the same day.")
    assert review.finding(10).verdict == "met"
    assert reviewed(text).finding(10).verdict == "look"


def test_the_capitals_of_courtesy_are_no_names() -> None:
    review, _ = changed("open-08", "Chiedo che il ban", "Chiedo alla Vostra cortesia che il ban")
    assert review.flags == ()


def test_an_empty_letter_says_what_is_missing() -> None:
    review = reviewed("", "choir")
    assert {2, 3, 7, 10, 11, 12} <= set(review.missed())
    assert review.flags == ()


def test_where_the_rules_were_not_good_enough_a_person_must_look() -> None:
    review = reviewed(BY_ID["open-01"].text)
    assert set(review.to_look_at()) == A_PERSON_MUST_LOOK
    found = review.finding(8)
    assert (found.verdict, found.rules) == ("look", "met")
    assert found.reason.endswith("The rules suggest: met.")
    with pytest.raises(KeyError):
        review.finding(17)


def test_it_says_that_no_wording_wins() -> None:
    assert "no evidence shows that any wording wins" in reviewed("", "choir").note


def test_a_case_without_a_notice_leaves_the_quotation_to_a_person() -> None:
    case = load_case("choir")
    case = replace(case, notice=replace(case.notice, text=""))
    assert review_letter(BY_ID["open-02"].text, case, TODAY).finding(3).verdict == "look"


def test_a_day_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="2026-11-14"):
        review_letter("", load_case("choir"), "tomorrow")


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("on 14 November 2026", [(2026, 11, 14)]),
        ("From 10 to 20 November", [(None, 11, 10), (None, 11, 20)]),
        ("il 18/11/2026, 07:30", [(2026, 11, 18)]),
        ("November 3, 2026", [(2026, 11, 3)]),
        ("l'8 novembre e l'11 settembre 2025", [(None, 11, 8), (2025, 9, 11)]),
        ("dal 1° settembre", [(None, 9, 1)]),
        ("in October", [(None, 10, None)]),
        ("We may set out in 2025", [(2025, None, None)]),
        ("2026-11-13, 11:00", [(2026, 11, 13)]),
        ("+447700900123", []),
        ("14 Nov. 2026", [(2026, 11, 14)]),
    ],
)
def test_days_are_read_as_people_write_them(text: str, days: list[tuple[int | None, ...]]) -> None:
    assert [(one.year, one.month, one.day) for one in Read(text).days] == days


@pytest.mark.parametrize(
    "text", ["\n" * 20_000, "+1" * 3_000, '"' * 3_001, "[" * 3_000, "no " * 3_000]
)
def test_a_strange_text_is_read_in_a_moment(text: str) -> None:
    start = time.process_time()
    reviewed(text)
    assert time.process_time() - start < 3


def test_a_letter_takes_less_than_20_ms() -> None:
    fastest = []
    for letter in LETTERS:
        times = []
        for _ in range(3):
            start = time.process_time()
            reviewed(letter.text, letter.case)
            times.append(time.process_time() - start)
        fastest.append(min(times))
    assert sorted(fastest)[len(fastest) // 2] < 0.02


def test_a_gap_of_a_draft_is_a_blank_however_long_it_is() -> None:
    gap = "[gap: Where it is written down that they had asked (sent 1.record)]"
    text = f"Not all of them had asked ({gap})."
    assert ("template", gap) in flagged(reviewed(text), text)
