"""python -m sendwell.claims"""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sendwell.claims import load, registry
from sendwell.claims.__main__ import main

TODAY = dt.date(2026, 11, 23)


def run(*argv: str) -> int:
    return main(argv, today=TODAY)


def listed(capsys: pytest.CaptureFixture[str], *argv: str) -> list[str]:
    assert run(*argv, "--json") == 0
    return [found["id"] for found in json.loads(capsys.readouterr().out)]


@pytest.fixture
def broken(
    spoil: Callable[[str, str, str], Path], monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """A registry with a wrong entry in place of the course's own."""
    folder = spoil("a-waiting.toml", "value = 4", 'value = "4"')
    monkeypatch.setattr(registry, "DATA", folder)
    registry.load.cache_clear()
    yield
    monkeypatch.undo()
    registry.load.cache_clear()


def test_without_a_command_every_record_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run() == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(load().records)
    assert lines[15].startswith("A16  ? unverified: ")
    assert listed(capsys) == listed(capsys, "list") == list(load().records)


def test_json_is_a_list_of_objects_with_id_and_status(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert {type(one) for one in found} == {dict}
    by_id = {one["id"]: one for one in found}
    assert by_id["A16"]["status"] == "unverifiable"
    assert by_id["A16"]["figures"][0] == {
        "name": "threshold",
        "value": 50,
        "bound": "more than",
        "unit": "messages per hour",
        "status": "unverifiable",
        "text": "more than 50 messages per hour (A16, unverified)",
    }
    assert by_id["P39"]["figures"][0]["date"] == "2025-10-07"
    assert by_id["E04"]["table"]["rows"][0] == ["spam", 8, 65, 22]
    assert by_id["X02"]["status"] == "contradicted"


def test_filters_narrow_the_list(capsys: pytest.CaptureFixture[str]) -> None:
    assert listed(capsys, "--status", "harmful advice", "--group", "C") == ["C08", "C09", "C10"]
    assert listed(capsys, "list", "--group", "g", "--group", "Z")[:4] == [
        "G01",
        "G02",
        "G03",
        "Z01",
    ]
    assert "A16" not in listed(capsys, "--source", "S0")
    assert "A07" in listed(capsys, "--source", "s0")
    assert listed(capsys, "--source", "throughput") == ["A18", "P42", "P43"]
    assert listed(capsys, "--conflicts-with", "c08") == ["H14", "H15", "H16"]
    assert listed(capsys, "--conflicts-with", "X08") == ["D10", "H08"]
    assert "P42" in listed(capsys, "--stale")
    assert "P42" not in listed(capsys, "--stale", "--today", "2026-05-22")
    assert listed(capsys, "--stale", "--days", "100000") == []
    assert listed(capsys, "list", "VPN", "proxy") == ["A29"]


def test_a_search_without_result_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("list", "submarine") == 0
    assert capsys.readouterr().out == "No record matches.\n"


def test_show_prints_records_in_full(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("show", "a16", "X09", "P47") == 0
    out = capsys.readouterr().out
    assert "A16  ? unverified" in out
    assert "threshold: more than 50 messages per hour" in out
    assert "speed factor implied by H09: 3.71 times" in out
    assert "error 131056: meaning pair rate exceeded" in out
    assert listed(capsys, "show", "A16") == ["A16"]
    assert listed(capsys, "show", "X01", "A01") == ["X01", "A01"]


def test_an_unknown_id_is_one_sentence_and_status_2(capsys: pytest.CaptureFixture[str]) -> None:
    for argv in (("show", "Q1"), ("--conflicts-with", "Q1")):
        assert run(*argv) == 2
        captured = capsys.readouterr()
        assert captured.out == ""
        assert captured.err.startswith("there is no 'Q1'")
        assert captured.err.count("\n") == 1


def test_check_counts_and_names_what_is_stale(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check") == 0
    out = capsys.readouterr().out
    assert out.startswith("238 records are valid (")
    assert "stale: P42 Throughput" in out
    assert "P38" not in out
    assert run("check", "--today", "2011-01-01") == 0
    assert "No record rests on evidence older than 180 days" in capsys.readouterr().out


def test_check_as_json_marks_what_is_stale(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--json", "check") == 0
    marks = {one["id"]: one["stale"] for one in json.loads(capsys.readouterr().out)}
    assert (marks["P42"], marks["P38"]) == (True, False)


@pytest.mark.usefixtures("broken")
def test_a_wrong_entry_is_named_and_status_1(capsys: pytest.CaptureFixture[str]) -> None:
    for command in ("check", "list", "register"):
        assert run(command) == 1
        assert capsys.readouterr().err == (
            "a-waiting.toml: A01: figures wait: value: a number is wanted, not '4'.\n"
        )


def test_register_writes_the_file_that_is_named(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "claims.md"
    assert run("register", "--out", str(path)) == 0
    assert path.read_text(encoding="utf-8").startswith("# Claims: the register\n")
    assert run("register", "--out", str(tmp_path / "none" / "claims.md")) == 2
    assert "there is no folder" in capsys.readouterr().err


@pytest.mark.parametrize("argv", [("--status", "good"), ("--group", "Q"), ("--today", "monday")])
def test_a_wrong_option_is_status_2(
    argv: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        run(*argv)
    assert caught.value.code == 2
    assert argv[1] in capsys.readouterr().err


def test_it_runs_as_a_module_and_help_names_the_commands() -> None:
    command = [sys.executable, "-m", "sendwell.claims", "--help"]
    out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    for name in ("list", "show", "check", "register"):
        assert name in out
