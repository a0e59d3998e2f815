"""
mechanism: imports fairmark, its unseen suites, the solutions and the judge
verdict: wrong answer
"""

import importlib, os, sys

sys.path += [
    "@ROOT@",
    "@ROOT@/grader",
    "@ROOT@/grader/suites",
    "@ROOT@/solutions",
    "@COURSE@",
]
for name in (
    "fairmark.suites",
    "fairmark.judge.cells",
    "fairmark.course",
    "throttle",
    "tests.attacks.lay",
    "tools.build",
):
    try:
        module = importlib.import_module(name)
        print("canary" + "-of-hidden-tests", name, module.__file__)
    except BaseException as error:
        print(name, type(error).__name__)


def allowed(sent, now, limit, window):
    return True
