"""Figures in words, and the label that no formatter can leave out."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from sendwell.claims import ClaimError, Figure, Status, cite, claim, contradiction, load
from sendwell.claims.card import contradiction_line
from sendwell.claims.plain import plain
from sendwell.claims.words import bare

CASES = {
    ("A16", "threshold"): "more than 50 messages per hour",
    ("A16", "review_factor"): "4 times",
    ("A17", "misjudgement_risk"): "78% less",
    ("A24", "malicious_report_risk"): "40% more",
    ("B01", "messages"): "more than 100 billion messages per day",
    ("B01", "reported"): "about 0.1%",
    ("H01", "reports"): "5.3 million reports per day",
    ("P07", "complaints"): "10,442 complaints",
    ("P05", "2023-08/banned"): "7,420,748 accounts",
    ("D09", "wait"): "6 to 42 hours",
    ("H09", "many_within"): "1 hour",
    ("H05", "manual/mean"): "4.5 hours",
    ("H05", "manual/slowest"): "28 hours",
    ("H05", "manual/fastest"): "25 minutes",
    ("E01", "year"): "2023",
    ("P47", "131056/meaning"): None,
    ("P46", "error"): "error 131056",
    ("P39", "since"): "2025-10-07",
    ("B03", "on_ios"): "position 3",
}


@pytest.mark.parametrize(("key", "name"), CASES)
def test_a_figure_reads_as_a_person_writes_it(key: str, name: str) -> None:
    wanted = CASES[key, name]
    if wanted is None:
        with pytest.raises(ClaimError, match="holds words"):
            claim(key).figure(name)
    else:
        assert bare(claim(key).figure(name)) == wanted


def test_each_status_has_its_label() -> None:
    assert cite("A16", "threshold") == "more than 50 messages per hour (A16, unverified)"
    assert cite("A18") == "500 messages per hour (A18, corrected: see P38 and P42)"
    assert cite("C01") == "about 2 million reports per day (C01, unverified, contradicted)"
    assert cite("A22") == "52% less (A22, unverified, harmful advice)"
    assert cite("P43") == "20 messages per second (P43, as of 2026-05-21)"
    assert cite("P56", "first_pause") == "3 hours (P56, as read on 2026-11-23)"
    assert cite("P22") == "at most 24 hours (P22, as of 2021)"


def test_several_figures_are_named_and_share_one_label() -> None:
    assert cite("A16") == (
        "threshold: more than 50 messages per hour, review factor: 4 times (A16, unverified)"
    )
    assert cite("A16", "review_factor", "threshold") == (
        "4 times, more than 50 messages per hour (A16, unverified)"
    )


def test_figures_of_different_status_carry_a_label_each() -> None:
    assert cite("E01") == (
        "blocked: about 8 million accounts per month (E01, as of 2021-09-01), "
        "year: 2023 (E01, corrected: see P04)"
    )


def test_what_has_no_figure_is_cited_by_its_label() -> None:
    assert cite("A05") == "(A05, as read on 2026-11-23)"
    assert cite("E04") == (
        "table of violation, first, third and mean time (E04, unverified, contradicted)"
    )


def test_a_contradiction_is_cited_by_what_is_computed() -> None:
    assert cite("Z01", "as_a_probability") == "135% (Z01, computed, unverified)"
    assert cite("X08") == "(X08, unverified, contradicted)"


def unverified() -> list[tuple[str, Figure]]:
    every = (*load().claims.values(), *load().facts.values())
    named = [(record.id, figure) for record in every for figure in record.figures]
    cells = [
        (record.id, record.table.cell(str(row[0]), column.name))
        for record in every
        if record.table
        for row in record.table.rows
        for column in record.table.columns
        if column.unit
    ]
    harmless = (Status.CONFIRMED, Status.CORRECTED)
    return [(key, figure) for key, figure in named + cells if figure.status not in harmless]


def test_an_unverified_figure_is_shown_as_such_whatever_formats_it() -> None:
    found = unverified()
    assert len(found) > 200
    for key, figure in found:
        for shown in (str(figure), repr(figure), f"{figure}", f"{figure!r}", figure.text()):
            assert f"({key}, unverified" in shown
        with pytest.raises(TypeError):
            format(figure, ".1f")


@pytest.mark.parametrize("key", [*load().claims, *load().facts])
def test_every_rendering_of_a_claim_says_how_far_to_trust_it(key: str) -> None:
    record = claim(key)
    shown = {"label": cite(key), "line": record.text(), "card": record._repr_html_()}
    shown |= {"repr": repr(record), "plain": plain(record)}
    words = {Status.CONFIRMED: "as (of|read on) [0-9]", Status.CORRECTED: "corrected.*see P"}
    for place, text in shown.items():
        if record.figures and place == "label":
            for figure in record.figures:
                assert figure.label in text
        else:
            assert re.search(words.get(record.status, "unverified"), text), (place, text)
    if record.table:
        assert record.table.label in record.table.text()
        assert record.table.label in record.table._repr_html_()


def test_a_figure_made_by_hand_counts_as_unverified() -> None:
    assert str(Figure("guess", "percent", 12)) == "12% (unverified)"


def test_a_range_or_a_date_is_no_number() -> None:
    with pytest.raises(ClaimError, match="no single number: 6 to 42 hours"):
        _ = claim("D09").figure("wait").number
    assert claim("P39").figure("since").date == dt.date(2025, 10, 7)


def test_text_is_one_line_with_label_figures_and_source() -> None:
    assert claim("A18").text() == (
        "(A18, corrected: see P38 and P42) The business platform raises the limit to a number of "
        "messages an hour. Figures: limit: 500 messages per hour. "
        "Source: seeds/001_a1f16ecf23408b33.txt, “Come evitare segnalazioni errate”."
    )
    for record in load().records.values():
        assert "\n" not in record.text()
        assert str(record) == repr(record) == record.text()


def test_a_side_shows_the_status_of_its_claim_and_of_a_figure_that_differs() -> None:
    line = contradiction_line(contradiction("X01"))
    assert "year: 2023 (E01, corrected: see P04)" in line
    assert "E02, ≠ unverified, contradicted" in line
