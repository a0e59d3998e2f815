"""Every sentence of the feedback pages, so that they can be translated."""

from sendwell.checks.strings import VERDICTS as OF_CHECKS

LANGUAGE = "en"
TITLE = "{notebook}: feedback"
INTRODUCTION = "{student}, this is what came of your notebook {notebook} of {assignment}."
SKIP = "Skip to the checks"

TOTAL = "Your points"
TOTAL_OF = "{points} of {most} points"
NOTHING_GRADED = "Nothing could be graded"
MISSED = "Here points are missing"
PENALTY = "Taken off because it was handed in late: {points} of the points."
WAITING = "Some answers are still to be read by a person; their points are not counted yet."
NOT_A_NOTEBOOK = (
    "There was no file that can be read as a notebook, so nothing in it was graded. Open yours in "
    "JupyterLab, save it, and hand it in again."
)

CHECKS = "The checks"
CHECKS_CAPTION = "Each check, what came of it, and its points"
RESULT, CHECK, POINTS = "Result", "Check", "Points"
WHAT_HAPPENED = "What happened"
EXPECTED = "expected {wanted}"
PARTLY, PARTLY_SYMBOL = "partly right", "◐"
NO_MESSAGE = "Run this test in your notebook: it shows what is asked for."
LINE = "In your code, {line}"
HINT = "Hint"
LOOKED_AT = "What is checked: {checks}."
LEFT_OUT = "... {count} calls are left out ..."
EXERCISE_POINTS = "{points} of {most}"
OUT_OF_SIGHT = "{name}: with inputs that you have not seen"
FORGEABLE = "This check ran together with your code; a person may look at it again."
CHANGED_BY_HAND = "A person set these points."

BY_HAND = "Answers that a person reads"
ANSWER = "Answer"
STATE = "State"
COMMENT = "Comment"
STATES = {
    "read": "read",
    "waiting": "not read yet",
    "empty": "nothing written",
}

FINDINGS = "What we noticed about your file"
FINDING = "{finding}."
OF_FILE = "Your file {finding}"

WORK = "Your work"
WORK_INTRODUCTION = "What you wrote, and what it put out when it was graded."
CODE = "Code {number}"
TEXT = "Text {number}"
OUTPUT = "Output"
NO_WORK = "There are no cells of yours in this notebook."
PICTURE = "A picture that the code above made"
WIDE = "{title}, output {number}: may be wider than the page"

#: Verdict word -> what is said of it; other words are said as they are.
VERDICTS = OF_CHECKS
SYMBOLS = {"passed": "✓", "missing": "○", "time limit": "◷"}
OTHER_SYMBOL = "✗"
#: What is said of a check with unseen inputs: enough to go on, nothing of the inputs.
UNSEEN = {
    "passed": "",
    "wrong answer": "For some inputs your answer is not what the contract says. Think of edge "
    "cases: nothing at all, one, the exact limit, a long run.",
    "runtime error": "For some inputs your code raised an error. Which inputs does it not expect?",
    "time limit": "For some inputs your code took too long. Does it repeat work, or never end?",
    "memory limit": "For some inputs your code used too much memory. What does it keep?",
    "output limit": "For some inputs your code printed too much.",
    "crashed": "For some inputs Python itself ended. "
    "Does the code end it, or call itself without end?",
    "missing": "This is not written yet.",
}
UNSEEN_OTHER = "This check did not pass."
