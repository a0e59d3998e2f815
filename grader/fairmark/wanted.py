"""Submissions as they were handed in, and what their verdicts depend on.

If all of that is as it was, nothing needs to be judged again.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from fairmark.course import MOST_SAID, Course, Submission
from fairmark.intake import look_at
from fairmark.judge.plan import Plan
from fairmark.pool import Task
from fairmark.suites import seed_of_run, suites_folder


@dataclass(frozen=True)
class Wanted:
    """A submission for which verdicts are wanted.

    ``input`` is a hash of all that they depend on, ``release`` the part that no learner hands in,
    ``left_out`` findings on files and notebooks of the learner's that count for nothing.
    """

    submission: Submission
    task: Task
    release: str
    input: str
    left_out: tuple[str, ...]

    @classmethod
    def of(
        cls,
        course: Course,
        assignment: str,
        submission: Submission,
        plans: Mapping[str, Plan],
        given: Mapping[str, bytes],
        release: str,
    ) -> Self:
        """Look at what was handed in; ``release`` is `release_mark`'s."""
        files, left_out = course.helper_files(assignment, submission, given)
        others = sorted(submission.notebooks.keys() - plans.keys())
        left_out += tuple(map(_is_none_of_ours, others[:MOST_SAID]))
        notebooks = {name: submission.notebooks.get(name) for name in plans}
        task = Task(submission.student, notebooks, files)
        marks = {name: look_at(path).mark for name, path in task.notebooks.items()}
        release = f"{release}{submission.timestamp}"
        return cls(submission, task, release, _hash(release, marks, task.files), left_out)

    def input_with(self, marks: Mapping[str, str]) -> str:
        """What ``input`` is if the notebooks have these marks: those that were judged."""
        return _hash(self.release, marks, self.task.files)


def _is_none_of_ours(name: str) -> str:
    return f"the notebook {f'{name[:80]}.ipynb'!r} has no namesake in the release (left out)"


def release_mark(plans: Mapping[str, Plan], *, strict: bool) -> str:
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


def _hash(release: str, marks: Mapping[str, str], files: Mapping[str, bytes]) -> str:
    digest = hashlib.sha256(release.encode("utf-8", "surrogatepass"))
    for name, mark in sorted(marks.items()):
        digest.update(f"{name}\0{mark}\0".encode("utf-8", "surrogatepass"))
    for name, data in sorted(files.items()):
        # the length says where one file ends and the next begins
        digest.update(f"{name}\0{len(data)}\0".encode() + data)
    return digest.hexdigest()
