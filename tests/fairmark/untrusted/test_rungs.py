"""The ladder: what is found on a machine that has everything, and on one that forbids it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from fairmark import rungs
from fairmark.launch import LaunchError, Server

HERE = Path(__file__).parent
ROOT = HERE.parents[2]


def pretend(how: str, *command: str) -> subprocess.CompletedProcess[str]:
    if "user" in how and os.geteuid() != 0:
        pytest.skip("only root can become somebody else")
    line = [sys.executable, str(HERE / "pretend.py"), how, sys.executable, *command]
    return subprocess.run(line, capture_output=True, text=True, cwd=ROOT, timeout=300, check=False)


def test_every_rung_holds_on_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FAIRMARK_CANARY", "1")
    reports = {report.rung: report for report in rungs.probe()}
    missing = {rung: report.missing for rung, report in reports.items() if not report.available}
    if missing and not os.environ.get("CI"):
        pytest.skip(str(missing))
    assert missing == {}
    with Server.start(None, warm=()) as server:
        assert server.rung == "a"


def test_a_probe_finds_what_is_open() -> None:
    with Server.start("unsafe", warm=()) as server:
        found = rungs._breakout(server)
    assert "read a file of the judge" in found
    assert "reach the network of this machine" in found
    assert "signal the judge" in found


@pytest.mark.parametrize("how", ["container", "user,container"])
def test_in_a_container_the_reduced_rung_is_found(how: str) -> None:
    source = (
        "from fairmark import rungs\n"
        "for report in rungs.probe(): print(report.rung, report.available, report.missing)\n"
        "with rungs.Server.start(None, warm=()) as server: print('best', server.rung)"
    )
    done = pretend(how, "-c", source)
    assert "a False" in done.stdout, done.stderr
    assert "b False" in done.stdout, done.stdout
    assert "c True" in done.stdout, done.stdout
    assert done.stdout.endswith("best c\n")


@pytest.mark.parametrize("how", ["user", "container", "user,container"])
def test_isolation_and_limits_hold_there_too(how: str) -> None:
    """The same attacks, by an ordinary user and where namespaces are forbidden."""
    rung = "" if how == "user" else "[c]"
    done = pretend(
        how,
        *("-m", "pytest", "-q", "-p", "no:cacheprovider", "-k", rung),
        *(str(HERE / name) for name in ("test_isolation.py", "test_limits.py")),
    )
    assert done.returncode == 0, done.stdout[-3_000:]


def test_without_any_rung_nothing_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rungs, "RUNGS", ())
    with pytest.raises(LaunchError, match="--unsafe"):
        Server.start(None)


def test_a_rung_that_is_asked_for_is_the_one_or_none() -> None:
    with pytest.raises(LaunchError, match="rung"):
        Server.start("z")


def test_a_rung_that_does_not_hold_is_not_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    breakout = rungs._breakout
    tried = []

    def leaky(server: Server) -> list[str]:
        tried.append(server.rung)
        return breakout(server) if server.rung == "c" else ["see too much"]

    monkeypatch.setattr(rungs, "_breakout", leaky)
    with Server.start(None, warm=()) as server:
        assert server.rung == "c"
    assert tried == ["a", "b", "c"]
