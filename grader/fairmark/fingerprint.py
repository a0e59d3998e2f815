"""What verdicts depend on, as text to compare: the same, and nothing needs to be judged again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

from fairmark.judge.plan import Plan
from fairmark.suites import seed_of_run, suites_folder


def of_release(plans: Mapping[str, Plan], *, strict: bool) -> str:
    """Of the release: its tests, the folder of unseen checks, and how they are run."""
    tests = {
        name: [plan.prelude, plan.helpers, *(repr(test) for test in plan.tests.values())]
        for name, plan in plans.items()
    }
    suites = {
        file.name: hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(suites_folder().glob("*.py"))
    }
    return json.dumps([tests, suites, seed_of_run(), strict], sort_keys=True)


def of_submission(release: str, marks: Mapping[str, str], files: Mapping[str, bytes]) -> str:
    """A hash of all that the verdicts on a submission depend on."""
    digest = hashlib.sha256(release.encode("utf-8", "surrogatepass"))
    for name, mark in sorted(marks.items()):
        digest.update(f"{name}\0{mark}\0".encode("utf-8", "surrogatepass"))
    for name, data in sorted(files.items()):
        digest.update(name.encode() + b"\0" + data)
    return digest.hexdigest()
