"""Progress that is kept between sessions."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sendwell.checks import check
from sendwell.progress import add, progress_file, read

PARTLY = "def allowed(sent, now, limit, window):\n    return True"


def right_in_part() -> dict[str, object]:
    names: dict[str, object] = {}
    exec(PARTLY, names)
    return names


def test_what_was_passed_is_added_and_never_taken_back(tmp_path: Path) -> None:
    file = tmp_path / "new" / "progress.json"
    add(file, "throttle.allowed", ["b", "a"])
    add(file, "throttle.allowed", ["c"])
    add(file, "throttle.burst_times", ["x"])
    assert read(file) == {"throttle.allowed": ["a", "b", "c"], "throttle.burst_times": ["x"]}
    assert json.loads(file.read_text())["version"] == 1
    assert [path.name for path in file.parent.iterdir()] == ["progress.json"]


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"passed": 3}', '{"passed": {"a": 1}}'])
def test_a_damaged_file_is_set_aside(tmp_path: Path, damage: str) -> None:
    file = tmp_path / "progress.json"
    file.write_text(damage)
    add(file, "throttle.allowed", ["a"])
    assert read(file) == {"throttle.allowed": ["a"]}
    assert (tmp_path / "progress.damaged").read_text() == damage


def test_check_remembers_what_passed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "progress.json"
    monkeypatch.setenv("SENDWELL_PROGRESS", str(file))
    report = check("throttle.allowed", right_in_part())
    assert report.points == 1
    assert read(file) == {"throttle.allowed": sorted(r.title for r in report.results if r.points)}


def test_check_goes_on_where_nothing_can_be_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a-file").write_text("")
    monkeypatch.setenv("SENDWELL_PROGRESS", str(tmp_path / "a-file" / "progress.json"))
    assert check("throttle.allowed", right_in_part()).points == 1


def test_nothing_is_kept_while_nbgrader_grades_or_when_told_so() -> None:
    assert progress_file({"NBGRADER_EXECUTION": "autograde"}) is None
    assert progress_file({"SENDWELL_PROGRESS": ""}) is None
    assert progress_file({"XDG_DATA_HOME": "/data"}) == Path("/data/sendwell/progress.json")
