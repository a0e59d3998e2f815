"""The registry is complete, and says of each claim what the evidence allows."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter

import pytest

from sendwell.claims import Claim, ClaimError, Status, UnknownIdError, claim, contradiction, load

GROUPS = {
    "A": 32,
    "B": 17,
    "C": 11,
    "D": 20,
    "E": 12,
    "F": 10,
    "G": 3,
    "H": 18,
    "I": 11,
    "P": 74,
    "X": 18,
    "Y": 6,
    "Z": 6,
}

#: Every number of the articles, by claim: a table's cells included, a change without its sign.
NUMBERS: dict[str, tuple[float, ...]] = {
    "A01": (1, 2, 3),
    "A02": (100,),
    "A03": (2,),
    "A04": (2, 3),
    "A06": (3,),
    "A07": (2_000_000,),
    "A09": (3,),
    "A10": (3,),
    "A12": (5,),
    "A13": (24, 48),
    "A15": (3,),
    "A16": (4, 50),
    "A17": (20, 78),
    "A18": (500,),
    "A19": (1.2, 8.7),
    "A20": (42,),
    "A21": (3, 65),
    "A22": (52,),
    "A23": (2, 3.3),
    "A24": (40, 100),
    "A25": (55,),
    "A26": (32,),
    "A27": (30, 61),
    "A28": (1, 2, 48),
    "A29": (2.8,),
    "A30": (3, 12, 24, 72),
    "A31": (0.3, 7.1),
    "B01": (0.1, 100_000_000_000),
    "B02": (1.5,),
    "B03": (3, 4),
    "B04": (3, 10, 90),
    "B07": (10, 24, 30, 48, 60),
    "B08": (3, 15, 85),
    "B09": (20, 70, 90, 2023),
    "B10": (1,),
    "B12": (7, 80),
    "B13": (0.3, 0.4, 0.5),
    "B14": (40,),
    "B15": (5, 100),
    "B16": (50,),
    "C01": (2_000_000,),
    "C02": (65,),
    "C03": (40,),
    "C04": (0.3, 99.7),
    "C06": (24,),
    "C07": (0, 0.1, 0.5, 72, 99.5, 99.9, 100),
    "C08": (3, 92),
    "C09": (80,),
    "C10": (0,),
    "C11": (1000,),
    "D01": (2023, 4_500_000),
    "D02": (48, 68),
    "D03": (31,),
    "D04": (5,),
    "D05": (11, 23),
    "D06": (16, 99.2),
    "D07": (132, 280_000_000),
    "D08": (17, 76, 83),
    "D09": (6, 42),
    "D10": (55,),
    "D11": (220, 3700),
    "D12": (3,),
    "D13": (3, 88),
    "D14": (95,),
    "D15": (2, 3),
    "D16": (4, 5),
    "D17": (12, 19, 72),
    "D19": (1000,),
    "D20": (53, 89),
    "E01": (2023, 8_000_000),
    "E02": (12.7, 2023, 1_900_000),
    "E03": (87.3,),
    "E04": (8, 9, 14, 18, 22, 29, 31, 37, 43, 51, 65, 77, 89, 92, 98),
    "E05": (3, 7),
    "E06": (7, 30, 62),
    "E07": (28,),
    "E08": (10, 45),
    "E09": (48, 78, 83),
    "E10": (57, 68, 72, 100),
    "F01": (3, 15),
    "F02": (11,),
    "F03": (0.2, 12),
    "F04": (3, 6, 12, 54),
    "F05": (3,),
    "F06": (2.5,),
    "F07": (4,),
    "F09": (24, 48),
    "G01": (15, 2023),
    "G02": (10, 28, 62),
    "G03": (3, 30),
    "H01": (2023, 5_300_000),
    "H02": (9, 14),
    "H03": (13, 87),
    "H04": (12,),
    "H05": (2, 19, 25, 82, 94, 180, 270, 1680),
    "H06": (30, 88, 91),
    "H07": (6, 48),
    "H08": (40,),
    "H09": (1, 5, 7, 20, 26, 73),
    "H10": (1, 4, 12, 28, 64, 89),
    "H11": (3, 50),
    "H12": (24, 60, 95),
    "H13": (3, 9.3),
    "H14": (83,),
    "H15": (2, 61),
    "H16": (40,),
    "H17": (18, 55),
    "H18": (3,),
    "I01": (2018, 2024),
    "I02": (5,),
    "I06": (4,),
    "I08": (2, 3),
    "I10": (100,),
    "I11": (1, 4),
}


#: The same for the published facts.
PUBLISHED: dict[str, tuple[float, ...]] = {
    "P01": (2_000_000,),
    "P02": (75,),
    "P03": (20,),
    "P04": (8_000_000,),
    "P05": (
        36,
        47,
        1_038_000,
        2_571_000,
        2_918_000,
        3_506_905,
        7_111_000,
        7_420_748,
    ),
    "P06": (
        19,
        1_424_000,
        1_759_000,
        2_069_000,
        7_400_000,
        7_628_000,
    ),
    "P07": (
        85,
        127,
        370,
        1031,
        1518,
        7396,
        10_442,
    ),
    "P08": (
        191,
        195,
        1337,
        1461,
    ),
    "P09": (
        71,
        297,
        3912,
        14_767,
    ),
    "P10": (5,),
    "P21": (1,),
    "P22": (24,),
    "P31": (3,),
    "P32": (
        5,
        15,
        100,
    ),
    "P35": (2,),
    "P37": (
        24,
        131_047,
    ),
    "P38": (
        24,
        250,
        2000,
        10_000,
        100_000,
    ),
    "P40": (
        6,
        7,
        50,
    ),
    "P42": (
        80,
        1000,
        130_429,
    ),
    "P43": (20,),
    "P44": (
        0.17,
        1,
        6,
        10,
        600,
    ),
    "P45": (
        2,
        6,
        20,
        45,
    ),
    "P46": (
        4,
        131_056,
    ),
    "P47": (
        368,
        130_429,
        130_497,
        131_026,
        131_031,
        131_047,
        131_048,
        131_049,
        131_056,
    ),
    "P48": (131_050,),
    "P49": (131_048,),
    "P50": (
        400,
        429,
        131_048,
        131_056,
    ),
    "P51": (
        24,
        131_049,
    ),
    "P52": (24,),
    "P55": (4,),
    "P56": (
        3,
        6,
    ),
    "P57": (7,),
    "P58": (7,),
    "P59": (
        1,
        3,
        5,
        7,
        30,
    ),
    "P60": (90,),
    "P61": (
        24,
        48,
    ),
    "P63": (
        1,
        600,
        1000,
    ),
    "P64": (4,),
    "P65": (6_800_000,),
    "P66": (
        5,
        2026,
        51_700_000,
    ),
    "P67": (17,),
    "P68": (17,),
    "P69": (
        6,
        20,
    ),
    "P70": (
        21,
        90,
    ),
    "P71": (
        4,
        11,
        30,
    ),
    "P72": (130,),
    "P73": (130,),
    "P74": (330,),
}


def ids(text: str) -> set[str]:
    return set(text.split())


def numbers(record: Claim) -> tuple[float, ...]:
    found = {
        abs(value)
        for figure in record.figures
        for value in (figure.value, figure.low, figure.high)
        if value is not None
    }
    if record.table:
        found |= {cell for row in record.table.rows for cell in row if not isinstance(cell, str)}
    return tuple(sorted(found))


def test_every_id_of_the_inventory_is_there_and_no_other() -> None:
    wanted = [f"{letter}{n:02}" for letter, most in GROUPS.items() for n in range(1, most + 1)]
    assert sorted(load().records) == sorted(wanted)


def test_every_number_of_the_articles_is_there() -> None:
    assert {k: numbers(c) for k, c in load().claims.items() if numbers(c)} == NUMBERS


def test_every_number_of_the_published_facts_is_there() -> None:
    assert {k: numbers(c) for k, c in load().facts.items() if numbers(c)} == PUBLISHED


def test_statuses_follow_the_verdicts_on_the_articles() -> None:
    found = {status: set() for status in Status}
    for key, record in load().claims.items():
        found[record.status].add(key)
    assert found[Status.CONFIRMED] == ids("A05 A07 A08 A09 A12 A15 B05 B17 D04 E01 E11 F09")
    assert found[Status.CORRECTED] == ids("A03 A14 A18 A20 A21 B06 C05 D14 E12 F02 F10 I03")
    assert found[Status.HARMFUL_ADVICE] == ids("A22 A28 C08 C09 C10 E09 E10 F07 I09 I10")
    assert found[Status.CONTRADICTED] == ids(
        "B01 B07 B12 B15 B16 C01 D01 D02 D08 D09 D10 D13 D16 E02 E03 E04 E05 "
        "H01 H02 H05 H06 H07 H08 H09 H10"
    )


def test_what_the_inventory_marks_as_evasive_or_harmful_is_taught_around() -> None:
    for key in ("A22", "A28", "C08", "C09"):
        assert claim(key).status is Status.HARMFUL_ADVICE
        assert len(claim(key).teach) > 80


def test_a_claim_resolves_to_the_articles_file_and_section() -> None:
    source = claim("A16").source
    assert source.article == "S1"
    assert source.file == "seeds/001_a1f16ecf23408b33.txt"
    assert source.section == "Come evitare segnalazioni errate"
    assert claim("A07").source.file == "seeds/000_049a058a681aa472.txt"
    assert claim("P42").source.file.startswith("developers.facebook.com/documentation/")


def test_the_ten_lost_lists_are_recorded_as_lost() -> None:
    lost = load().lost
    articles = Counter(found.source.article for found in lost)
    assert articles == {"S1": 9, "S0": 1}
    assert {found.claim for found in lost} == ids("B05 C06 C11 D12 D19 F01 F07 H13 H18") | {""}
    assert all(found.what.endswith(".") for found in lost)


def test_evidence_carries_its_own_date_or_says_that_it_was_only_read() -> None:
    throughput = claim("P42").evidence[0].document
    assert throughput.as_of.isoformat() == "2026-05-21"
    assert throughput.as_of_basis == "document"
    for document in load().documents.values():
        collected = document.as_of.isoformat() == "2026-11-23"
        assert (document.as_of_basis == "collected") == collected, document.key


def test_every_document_is_used() -> None:
    every = (*load().claims.values(), *load().facts.values())
    used = {found.document.key for record in every for found in record.evidence}
    assert used == set(load().documents)


def test_a_claim_knows_its_contradictions() -> None:
    assert claim("H05").contradictions == ("X03", "X04", "X05", "X06", "Z04", "Z05")
    assert contradiction("X08").claims == ("D10", "H08")


def test_an_id_that_is_not_there_is_named() -> None:
    with pytest.raises(UnknownIdError, match="there is no 'A99'"):
        claim("A99")
    with pytest.raises(UnknownIdError, match=r"contradiction\('X02'\)"):
        claim("X02")
    with pytest.raises(UnknownIdError, match=r"claim\('A16'\)"):
        contradiction("A16")


def test_a_figure_that_is_not_there_is_named_with_those_that_are() -> None:
    with pytest.raises(ClaimError, match="no figure 'limit', it has: threshold, review_factor"):
        claim("A16").figure("limit")


def test_cells_of_a_table_are_figures() -> None:
    cell = claim("E04").figure("spam/third")
    assert (cell.number, cell.unit) == (65, "percent")
    assert claim("E04").table.column("first") == (8, 43, 51, 37, 29)
    with pytest.raises(ClaimError, match="no row 'eggs'"):
        claim("E04").figure("eggs/third")
    with pytest.raises(ClaimError, match="no column 'fourth'"):
        claim("E04").figure("spam/fourth")
    with pytest.raises(ClaimError, match="holds words"):
        claim("C07").figure("spam/usual_result")


def test_importing_sendwell_reads_no_claims_and_importing_claims_no_data() -> None:
    code = (
        "import sendwell, sys; assert 'sendwell.claims' not in sys.modules; "
        "import sendwell.claims.registry as r; assert r.load.cache_info().currsize == 0; "
        "heavy = {'typer', 'rich', 'numpy', 'pandas', 'IPython', 'ipywidgets'} & set(sys.modules); "
        "assert not heavy, heavy"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_notebook_shows_a_mistyped_id_as_one_sentence() -> None:
    with pytest.raises(UnknownIdError) as caught:
        claim("P99")
    # IPython asks an exception for this, and shows it in place of the traceback.
    shown = caught.value._render_traceback_()
    (line,) = shown
    assert line.startswith("there is no 'P99': write a mark of the text between quotation marks")


@pytest.mark.parametrize("copied", ["p15", " P15 ", "(P15)", "P15, as of 2022-03-02"])
def test_a_mark_may_be_copied_as_it_stands_in_the_text(copied: str) -> None:
    assert claim(copied).id == "P15"


@pytest.mark.parametrize("key", ["", "P", "P1", "P155", "no P15"])
def test_what_is_no_mark_is_not_guessed_at(key: str) -> None:
    with pytest.raises(UnknownIdError, match="write a mark"):
        claim(key)
