"""Fix, once for each release, how its test cells are run: by its own reference solution."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from typing import TypeAlias

import nbformat
from nbformat import NotebookNode

from fairmark.judge.cells import Judged
from fairmark.judge.names import bound_names, definitions, parse, used_names
from fairmark.judge.notebook import Budget, grade_notebook
from fairmark.judge.plan import Plan, PlannedTest
from fairmark.launch import Server

_Tests: TypeAlias = dict[str, PlannedTest]


def calibrate(
    plan: Plan,
    solution: NotebookNode,
    server: Server,
    budget: Budget,
    files: Mapping[str, bytes] | None = None,
) -> Plan:
    """The plan with each test run by the judge if the solution passes it so.

    A test that the solution passes only inside its own process is run there, forgeable, for every
    submission; a submission can never change that. A test that it passes nowhere is named in the
    plan's warnings. Whether a test ends in a number that counts as points is fixed here too.
    ``files`` lie in the solution's folder.
    """
    data = nbformat.writes(solution).encode()
    tests = dict(plan.tests)
    judged: dict[str, Judged] = {}
    for way in _WAYS:
        doubtful = [name for name in tests if not _passes(tests, judged, name)]
        tried = way(plan, tests, doubtful)
        if not doubtful or (judged and tried == tests):
            continue
        found = grade_notebook(plan.with_tests(tried, ()), data, server, budget, files).judged
        judged |= {name: found[name] for name in tests if name in doubtful}
        if way is _outside:
            tests = {name: _fixed(test, judged[name]) for name, test in tests.items()}
            continue
        for name in tests:
            changed = tried[name] != tests[name]
            if changed and _passes(tried, found, name) and _mended(name, tried, found, doubtful):
                tests[name], judged[name] = _fixed(tried[name], found[name]), found[name]
    warnings = tuple(
        f"{plan.name}: the release's own solution does not pass {name!r} "
        f"({judged[name].checks[0]['message']})"
        for name in tests
        if not _passes(tests, judged, name)
    )
    return plan.with_tests(tests, warnings)


def _passes(tests: _Tests, judged: Mapping[str, Judged], name: str) -> bool:
    return name in judged and judged[name].points >= tests[name].points


def _mended(
    name: str, tried: _Tests, found: Mapping[str, Judged], doubtful: Collection[str]
) -> bool:
    """Whether running ``name`` otherwise was of use: to itself, or to one that follows from it."""
    return name in doubtful or any(_passes(tried, found, other) for other in doubtful)


def _fixed(test: PlannedTest, judged: Judged) -> PlannedTest:
    """The test with what the solution's run says about it."""
    return replace(test, last=judged.last, leans_on=judged.leans_on)


def _outside(plan: Plan, tests: _Tests, doubtful: Collection[str]) -> _Tests:  # noqa: ARG001
    return tests


def _without_helpers(plan: Plan, tests: _Tests, doubtful: Collection[str]) -> _Tests:
    """With the helper functions of the learner's process."""
    if not plan.helpers:
        return tests
    return {n: replace(t, helpers=n not in doubtful) for n, t in tests.items()}


def _in_child(plan: Plan, tests: _Tests, doubtful: Collection[str]) -> _Tests:
    """Beside learner code, with the definitions of earlier test cells that the test uses."""
    made = dict(tests)
    for name in doubtful:
        earlier = _before(tests, name)
        sources = [test.source for test in earlier]
        wanted = _used(tests[name])
        before = definitions(sources, wanted, (), plan.theirs, everything=True)
        made[name] = replace(tests[name], in_child=True, before=before, leans_on=())
    return made


def _after_others(plan: Plan, tests: _Tests, doubtful: Collection[str]) -> _Tests:
    """Beside learner code, as are the earlier test cells that bind what the test uses."""
    made = _in_child(plan, tests, doubtful)
    for name in doubtful:
        wanted = _used(tests[name])
        for test in reversed(_before(tests, name)):
            bound = set(bound_names(test.source))
            if bound & wanted:
                wanted |= _used(test)
                made = {**made, **_in_child(plan, made, [test.grade_id])}
    return made


def _before(tests: _Tests, name: str) -> list[PlannedTest]:
    """The test cells above this one."""
    every = list(tests.values())
    return every[: list(tests).index(name)]


def _used(test: PlannedTest) -> set[str]:
    tree = parse(test.source)
    return used_names([tree]) if tree else set()


_WAYS: tuple[Callable[[Plan, _Tests, Collection[str]], _Tests], ...] = (
    _outside,
    _without_helpers,
    _in_child,
    _after_others,
)
