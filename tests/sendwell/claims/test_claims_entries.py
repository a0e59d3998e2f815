"""A wrong entry fails with file, id and reason, in one sentence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from sendwell.claims import ClaimError, load_from

Spoil = Callable[[str, str, str], Path]
A, P, X, SOURCES = "a-waiting.toml", "p-published.toml", "x-conflicts.toml", "sources.toml"
FIGURE = '{ name = "wait", value = 4, unit = "hours" }'
EVIDENCE = 'evidence = [{ document = "page", says = "People wait." }]\n'

WRONG = {
    "bad status": (A, '"contradicted"', '"doubtful"', "A01", "status: 'doubtful' is none of"),
    "unknown key": (A, 'section = "Here"', 'section = "Here"\nfoo = 1', "A01", "unknown key 'foo'"),
    "unknown key in a figure": (A, "value = 4", "vale = 4", "A01", "figures wait: unknown key"),
    "unknown file key": (A, "[[claim]]", "[[claims]]", "", "unknown key 'claims'"),
    "single brackets": (P, "[[fact]]", "[fact]", "", "write [[fact]]"),
    "no TOML": (P, "[[fact]]", "[[fact", "", "is no TOML"),
    "missing status": (A, 'status = "corrected"', "", "A02", "status is missing"),
    "string for a number": (
        A,
        "value = 4",
        'value = "4"',
        "A01",
        "wait: value: a number is wanted",
    ),
    "truth for a number": (A, "value = 4", "value = true", "A01", "a number is wanted, not True"),
    "number for a text": (A, '"People wait."\nsource', "5\nsource", "A01", "text is wanted, not 5"),
    "text for a list": (A, '["A02"]', '"A02"', "A01", "conflicts_with: a list is wanted"),
    "text for a date": (SOURCES, "2026-05-21", '"2026-05-21"', "page", "as_of: a date is wanted"),
    "bad tier": (SOURCES, 'tier = "A"', 'tier = "D"', "page", "tier: 'D' is none of"),
    "missing unit": (A, ', unit = "hours"', "", "A01", "figure wait: unit is missing"),
    "unknown unit": (A, '"hours"', '"fortnights"', "A01", "unknown unit 'fortnights'"),
    "bad bound": (A, "value = 4", 'value = 4, bound = "over"', "A01", "'over' is none of"),
    "value and range": (A, "value = 4", "value = 4, low = 3, high = 5", "A01", "value, or low and"),
    "half a range": (A, "value = 4", "low = 4", "A01", "must have value, or low and high"),
    "turned range": (A, "value = 4", "low = 5, high = 4", "A01", "low must be below high"),
    "figure twice": (A, FIGURE, f"{FIGURE}, {FIGURE}", "A01", "figure 'wait' is there twice"),
    "digit in statement": (A, "Nobody waits", "Not 1 waits", "A02", "which belongs into figures"),
    "no sentence": (A, "Nobody waits.", "Nobody", "A02", "must be a sentence"),
    "duplicate id": (A, 'id = "A02"', 'id = "A01"', "A01", "taken already, in a-waiting.toml"),
    "wrong group": (A, 'id = "A02"', 'id = "B02"', "B02", "belongs into the file of group B"),
    "no such id form": (A, 'id = "A02"', 'id = "A2"', "A2", "an id here is [A-I] and two digits"),
    "unknown article": (A, '"S0"', '"S7"', "A01", "source: 'S7' is none of"),
    "article without file": (A, '"S0"', '"S1"', "A01", "article S1 is in no file"),
    "unknown section": (A, '"Here"', '"Elsewhere"', "A01", "S0 has no section 'Elsewhere'"),
    "unknown document": (A, '"page"', '"book"', "A02", "no document is called 'book'"),
    "silent evidence": (A, ', says = "People wait."', "", "A02", "must say something"),
    "no evidence": (A, EVIDENCE, "", "A02", "corrected needs evidence"),
    "corrected by nothing": (A, 'corrected_by = ["P01"]', "", "A02", "corrected_by must come"),
    "corrected by another": (A, '["P01"]', '["P02"]', "A02", "no fact that bears on it"),
    "contradicted alone": (A, 'conflicts_with = ["A02"]', "", "A01", "needs conflicts_with"),
    "harm without teaching": (A, '"contradicted"', '"harmful advice"', "A01", "needs `teach`"),
    "lost without words": (A, 'lost_what = "The steps are missing."', "", "A02", "lost_what must"),
    "unknown conflict": (A, '["A02"]', '["A09"]', "A01", "conflicts with 'A09', which is no claim"),
    "one-sided conflict": (A, '["A01"]', "[]", "A01", "A02 does not conflict with it"),
    "conflict with itself": (A, '["A02"]', '["A01"]', "A01", "conflicts with itself"),
    "word in a number column": (A, '["spam", 8]', '["spam", "8"]', "A02", "a number is wanted"),
    "number in a word column": (A, '["spam", 8]', "[7, 8]", "A02", "text is wanted, not 7"),
    "short row": (A, '["spam", 8]', '["spam"]', "A02", "has 1 cells, not 2"),
    "column without known unit": (A, '"percent"', '"per cent"', "A02", "unknown unit 'per cent'"),
    "row twice": (A, '"fraud", 43', '"spam", 43', "A02", "row 'spam' is there twice"),
    "fact bears on nothing": (P, '["A02"]', '["A02", "A09"]', "P01", "bears on 'A09'"),
    "fact without evidence": (P, '{ document = "page" }', "", "P01", "needs evidence"),
    "harmful fact": (P, "note =", 'status = "corrected"\nnote =', "P01", "confirmed or unverifi"),
    "kind and letter": (X, '"numbers"', '"advice"', "X01", "an id here is Y and two digits"),
    "side of nobody": (X, '"A01", fig', '"A09", fig', "X01", "side 'A09' is no claim or fact"),
    "side without figure": (X, '["wait"]', '["weight"]', "X01", "A01: has no figure 'weight'"),
    "unknown function": (X, '"ratio"', '"division"', "X01", "no function 'division'"),
    "wrong argument": (X, "A01.wait", "A01.weight", "X01", "computed both: "),
    "too few arguments": (X, ', "A01.wait"]', "]", "X01", "computed both: "),
    "result without unit": (X, '"times"', '"things"', "X01", "unknown unit 'things'"),
}


def test_the_tiny_registry_is_valid_before_it_is_spoilt(folder: Path) -> None:
    registry = load_from(folder)
    assert list(registry.records) == ["A01", "A02", "X01", "P01"]
    assert registry.contradictions["X01"].result("both").number == 0.5


@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_entry_is_refused_with_file_id_and_reason(case: str, spoil: Spoil) -> None:
    file, old, new, key, reason = WRONG[case]
    with pytest.raises(ClaimError) as caught:
        load_from(spoil(file, old, new))
    error = caught.value
    assert (error.file, error.id) == (file, key)
    assert reason in error.reason
    assert str(error).startswith(f"{file}: {key}")
    assert error.reason.endswith(".")
    assert "\n" not in str(error)


def test_an_empty_folder_is_no_registry(tmp_path: Path) -> None:
    with pytest.raises(ClaimError, match="no data file"):
        load_from(tmp_path)


def test_a_conflict_that_no_contradiction_explains_is_refused(spoil: Spoil) -> None:
    with pytest.raises(ClaimError, match=r"^a-waiting.toml: A01: .*no contradiction has both"):
        load_from(spoil(X, '"A02", figures = ["spam/share"]', '"P01"'))
