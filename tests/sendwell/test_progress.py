"""Progress that is kept between sessions."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from sendwell.checks import check
from sendwell.progress import ProgressError, from_text, merge, progress_file, read, to_text

PARTLY = "def allowed(sent, now, limit, window):\n    return True"


def right_in_part() -> dict[str, object]:
    names: dict[str, object] = {}
    exec(PARTLY, names)
    return names


def test_what_was_passed_is_added_and_never_taken_back(tmp_path: Path) -> None:
    file = tmp_path / "new" / "progress.json"
    merge(file, {"throttle.allowed": ["b", "a"]})
    merge(file, {"throttle.allowed": ["c"], "throttle.burst_times": ["x"]})
    assert read(file) == {"throttle.allowed": ["a", "b", "c"], "throttle.burst_times": ["x"]}
    assert json.loads(file.read_text())["version"] == 1
    assert {path.name for path in file.parent.iterdir()} == {"progress.json", "progress.lock"}


DAMAGED = [
    "",
    "{",
    "[]",
    "3",
    '{"passed": {}}',
    '{"version": 1, "passed": 3}',
    "[" * 100_000,
    '{"version": 2, "passed": {}}',
    '{"version": 1, "passed": {"a": [1]}}',
    '{"version": 1, "passed": {"a": "b"}}',
]


@pytest.mark.parametrize("damage", DAMAGED)
def test_a_damaged_file_is_set_aside(tmp_path: Path, damage: str) -> None:
    file = tmp_path / "progress.json"
    for number in (1, 2):
        file.write_text(damage)
        aside = merge(file, {"throttle.allowed": ["a"]})
        assert aside == tmp_path / f"progress.damaged-{number}.json"
        assert aside.read_text() == damage
        assert read(file) == {"throttle.allowed": ["a"]}


def test_the_learner_is_told_that_a_file_was_set_aside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "progress.json"
    file.write_text("{")
    monkeypatch.setenv("SENDWELL_PROGRESS", str(file))
    check("throttle.allowed", right_in_part())
    assert "progress.damaged-1.json" in capsys.readouterr().out


@pytest.mark.parametrize("text", [*DAMAGED, '"' + "a" * (1 << 20) + '"'])
def test_what_is_no_progress_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(ProgressError, match=r"not a file .*\(.+\)\. Nothing changed"):
        from_text(text)


def test_what_is_saved_is_what_comes_back() -> None:
    passed = {"throttle.allowed": ["a", "b"], "of another version": ["ä\n"]}
    assert from_text(to_text(passed)) == passed


def test_two_notebooks_at_once_lose_nothing(tmp_path: Path) -> None:
    file = tmp_path / "progress.json"
    source = (
        "import sys; from pathlib import Path; from sendwell.progress import merge\n"
        "for n in range(60): merge(Path(sys.argv[1]), {'one': [f'{sys.argv[2]}-{n}']})"
    )
    started = [subprocess.Popen([sys.executable, "-c", source, str(file), name]) for name in "abc"]
    assert [process.wait(60) for process in started] == [0, 0, 0]
    assert len(read(file)["one"]) == 180


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
