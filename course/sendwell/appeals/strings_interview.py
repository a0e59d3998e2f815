"""What the interview says, in the terminal and in the notebook. A translation changes this file."""

from __future__ import annotations

TITLE = "A case for an appeal"
PART = "Part {number} of {count}: {name}"
PARTS: dict[str, str] = {
    "about": "About this case",
    "account": "The account",
    "notice": "The notice",
    "measure": "The measure",
    "history": "Before and since",
    "sent": "What was sent to whom",
    "app": "App and devices",
    "evidence": "Evidence",
    "cause": "The cause",
    "remedies": "What keeps it from happening again",
    "lists": "Other people, and what nobody knows",
}
INTRO = (
    "Answer what you know, and leave empty what you do not know. Nothing leaves this machine. "
    "No codes, passwords or identity papers belong here."
)
BINDER = (
    "This server belongs to a stranger. Work on an invented case here, and on nothing else. "
    "A real case belongs on a computer of your own: install the course there and run "
    "sendwell appeal."
)
BINDER_REAL = "On this server only an invented case is possible: fictional stays true."
BINDER_FILE = "The case in {name} is a real one. Delete the file from this server."
DAMAGED = "{name} cannot be read as a half-finished case. It is left as it is; name another file."
KEYS = (
    "Enter keeps what stands in brackets. Type - to empty it, ? for help, < to go back, "
    "! to leave: everything is kept."
)
CHOOSE = "Type a number or the words."
LIST = "Separate several with a semicolon."
YES = "yes"
NO = "no"
YES_WORDS = frozenset({"y", "yes", "true", "1"})
NO_WORDS = frozenset({"n", "no", "false", "0"})
YES_OR_NO = "Type yes or no."
COUNT = "{name}: {count} so far."
ADD_FIRST = "Add one? yes or no"
ADD = "Add one? yes, no, or drop to remove the last"
KEPT_ANSWER = "[{value}] > "
NO_ANSWER = "> "
DROP = "drop"
LEFT = "Left. Everything is kept in {file}. Go on with the same command."
RESUMED = "Going on with {file}."
FINISHED = "These files are ready:"
AFTER = (
    "Begin with checklist.html: open it in a browser, or print it. It says what comes first. The "
    "letter is a draft, and nothing has been sent. To change an answer, run the same command "
    "again.\n"
    "To hold the letter against the case: sendwell review {letter} {case}"
)
NO_FILE = "There is no file {name}."
NO_CASE = (
    "There is no case file {name}. Name the case.toml that sendwell appeal wrote, or one of the "
    "invented cases: {names}."
)
TODAY = "Today"
NOT_TODAY = "{value} is no day. Write a day such as 2026-11-14."

BACK = "Back"
NEXT = "Next"
FINISH = "Finish"
KEPT = "Every answer is kept at once in {file}. Leave when you like; run the cell again to go on."
ADD_BUTTON = "Add one"
DROP_BUTTON = "Remove the last"
NONE = "(not answered)"
LIST_LINES = "One a line."
TO_PRINT = "To print, open letter.html and checklist.html in this folder:"
ENTRY = "{name}, number {number}"
FALLBACK = "The questions are shown in a running notebook. In a terminal: sendwell appeal."
