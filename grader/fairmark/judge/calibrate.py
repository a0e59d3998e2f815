"""Fix, once for each release, how its test cells are run: by its own reference solution."""

from __future__ import annotations

from dataclasses import replace

import nbformat
from nbformat import NotebookNode

from fairmark.judge.notebook import Budget, grade_notebook
from fairmark.judge.plan import Plan
from fairmark.launch import Server


def calibrate(plan: Plan, solution: NotebookNode, server: Server, budget: Budget) -> Plan:
    """The plan with each test run by the judge if the solution passes it so.

    A test that the solution passes only inside its own process is run there, forgeable, for every
    submission; a submission can never change that. A test that it passes nowhere is named in the
    plan's warnings. Whether a test ends in a number that counts as points is fixed here too.
    """
    data = nbformat.writes(solution).encode()
    outside = grade_notebook(plan, data, server, budget).judged
    tests = {
        name: replace(test, partial=outside[name].shows_number) for name, test in plan.tests.items()
    }
    doubtful = [name for name in tests if outside[name].points < tests[name].points]
    warnings: list[str] = []
    if doubtful:
        inside = plan.with_tests(
            {name: replace(test, in_child=name in doubtful) for name, test in tests.items()}, ()
        )
        judged = grade_notebook(inside, data, server, budget).judged
        for name in doubtful:
            if judged[name].points == tests[name].points:
                number = judged[name].shows_number
                tests[name] = replace(tests[name], in_child=True, partial=number)
            else:
                message = judged[name].checks[0]["message"]
                warnings.append(
                    f"{plan.name}: the release's own solution does not pass {name!r} ({message})"
                )
    return plan.with_tests(tests, tuple(warnings))
