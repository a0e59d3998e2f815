"""A case survives its file, and each wrong field gets a sentence of its own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sendwell.appeals import CaseError, case_names, load_case, parse_case, read_case, write_case
from sendwell.appeals.dates import add_days, is_day, moment, parts
from sendwell.appeals.library import CASES
from sendwell.checks.values import is_record


def problems(text: str) -> tuple[str, ...]:
    with pytest.raises(CaseError) as caught:
        parse_case(text)
    return caught.value.problems


def changed(old: str, new: str, name: str = "tea-shop") -> tuple[str, ...]:
    text = write_case(load_case(name), comments=False)
    assert old in text
    return problems(text.replace(old, new))


@pytest.mark.parametrize("name", case_names())
def test_a_sample_case_is_written_as_its_file_stands(name: str) -> None:
    case = load_case(name)
    assert write_case(case, comments=False) == (CASES / f"{name}.toml").read_text()
    assert parse_case(write_case(case)) == case
    assert case.fictional
    assert is_record(type(case))


@pytest.mark.parametrize(
    "text", ['He said "no" \\ twice', "two\nlines\tand\r", "é 雨 \x7f\x01", "# no"]
)
def test_any_words_survive_the_file(text: str) -> None:
    case = replace(load_case("tea-shop"), title=text, unknown=(text, text), sent=(), others=())
    assert parse_case(write_case(case)) == case


def test_an_unknown_count_survives_the_file() -> None:
    case = load_case("tea-shop")
    unknown = replace(case, sent=(replace(case.sent[0], people=None),))
    assert 'people = "unknown"' in write_case(unknown)
    assert parse_case(write_case(unknown)) == unknown


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('"business app"', '"shop"', 'account: kind is "shop". Write one of: "personal",'),
        ('"+447700900123"', '"07700 900123"', "account: number is"),
        ('"+447700900123"', '"+447700900123, +447700900124"', "Write one phone number"),
        ("people = 312", "people = -1", "sent 1: people is -1. Write a whole number"),
        ("people = 312", "people = true", "sent 1: people is true. Write a whole number"),
        ("people = 64", 'people = "many"', 'sent 2: people is "many"'),
        ("fictional = true", 'fictional = "yes"', "Write true or false, without quotation"),
        ("struck = true", "struck = 1", "evidence 3: struck is 1"),
        ('when = "2026-11-14 09:12"', 'when = "2026-11"', "notice: when is"),
        ('stopped = "2026-11-15"', 'stopped = "2026-13-15"', "cause: stopped is"),
        ('stopped = "2026-11-15"', 'stopped = "2026-02-30"', "cause: stopped is"),
        (
            'last = "2026-11-13"\nwhat = "An',
            'last = "2026-11-12"\nwhat = "An',
            "before the first day",
        ),
        ('devices = ["shop phone"]', 'devices = "shop phone"', "Write a list"),
        ('title = "', 'heading = "', "title is missing: A few words"),
        ('title = "', 'heading = "', "heading is no field of a case"),
        ("[notice]", "[[notice]]", "Write a part that begins with the line [notice]"),
        ('title = "Kettle', "title = 3 #", "title is 3. Write words between quotation marks"),
        ('admin = ""', 'admin = "yes"', 'leave it ""'),
        ("[notice]", "notice", "cannot be read as TOML"),
    ],
)
def test_a_wrong_field_gets_a_sentence(old: str, new: str, says: str) -> None:
    assert any(says in one for one in changed(old, new)), changed(old, new)


def test_the_business_platform_needs_to_know_who_administers() -> None:
    (found,) = changed('admin = "yes"', 'admin = ""', "clinic-lock")
    assert found.endswith("the account is on the business platform: write yes, no or unknown.")


def test_each_missing_field_is_named_once() -> None:
    found = problems("")
    assert len(found) == 14
    assert all(" is missing: " in one for one in found)


def test_all_problems_of_a_file_are_told_at_once(tmp_path) -> None:  # type: ignore[no-untyped-def]
    file = tmp_path / "mine.toml"
    text = write_case(load_case("tea-shop")).replace("312", "-1").replace('"ban"', '"banned"')
    file.write_text(text)
    with pytest.raises(CaseError, match=r"mine\.toml has to be mended in 3 places") as caught:
        read_case(file)
    assert len(caught.value.problems) == 3


def test_a_file_that_is_no_text_says_so(tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "mine.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(CaseError, match="Save it as plain text"):
        read_case(tmp_path / "mine.toml")


def test_a_file_from_windows_is_read(tmp_path) -> None:  # type: ignore[no-untyped-def]
    text = write_case(load_case("tea-shop")).replace("\n", "\r\n")
    (tmp_path / "mine.toml").write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert read_case(tmp_path / "mine.toml") == load_case("tea-shop")


def test_days_are_exact() -> None:
    assert parts("2026") == (2026,)
    assert is_day("2026-11-14")
    assert is_day("2026-11-14 09:12")
    assert not is_day("2026-11")
    assert not is_day("14.11.2026")
    assert add_days("2026-11-14 09:12", 90) == "2027-02-12"
    assert moment("2026-11-14 00:01") - moment("2026-11-14") == 60_000
