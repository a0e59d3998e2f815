"""Every sentence that the checks say to a learner, so that it can be translated."""

TIME_LIMIT = (
    "Stopped after {seconds} seconds without an answer. Look for a loop that never ends: "
    "does something in it change at every turn?"
)
MISSING = "Write it in the cell above, run that cell, then run this one again."
RUNTIME_ERROR = "{call} raised {error}. Read the last line first: it names the problem."
WRONG_ANSWER = "The answer is not what the contract says. Compare the calls below with it."

RED_BEFORE = (
    "The cell that ran just before this one ended in red, so what you changed in it does not count "
    "yet. Put it right, run it, then run this one again."
)
ALL_PASSED = "All {count} checks passed: {points} of {most} points."
ONE_PASSED = "The only check passed: {points} of {most} points."
ONE_FAILED = "The only check did not pass: {points} of {most} points."
SOME_FAILED = "{passed} of {count} checks passed: {points} of {most} points."
WHAT_HAPPENED = "What happened"
EXPECTED = "expected {wanted}"
PRINTED = "Your code printed"
HINTS = ("Hint 1: where to look", "Hint 2: what to think of", "Hint 3: almost the code")
#: The same for a form, which is filled in without code.
FORM_HINTS = (*HINTS[:2], "Hint 3: almost the answer")
LINE = "In your code, {line}"
POINTS = "{points} of {most}"
RESULT = "Result"
CHECK = "Check"
POINTS_HEAD = "Points"
NEXT = (
    "Change your answer, run its cell, then run this cell again. You can try as often as you like."
)
OTHER = "One more is not right yet: why"
OTHERS = "{count} more are not right yet: why"
VERDICTS = {
    "passed": "passed",
    "wrong answer": "wrong answer",
    "runtime error": "runtime error",
    "time limit": "time limit",
    "memory limit": "memory limit",
    "output limit": "output limit",
    "crashed": "crashed",
    "missing": "not written yet",
}
