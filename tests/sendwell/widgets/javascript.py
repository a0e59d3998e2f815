"""What a widget's JavaScript computes, to be held against Python."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest


def computed(script: Path, program: str, given: dict[str, Any], folder: Path) -> Any:
    """What ``program`` prints as JSON; it imports ``./script.mjs``, and reads ``given``."""
    node = shutil.which("node")
    if node is None:
        pytest.fail(f"node is not on the PATH; install Node.js 20 to compare {script.name}")
    shutil.copyfile(script, folder / "script.mjs")
    (folder / "run.mjs").write_text(program, encoding="utf-8")
    done = subprocess.run(
        [node, folder / "run.mjs"],
        input=json.dumps(given),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
