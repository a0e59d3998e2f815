"""Every sentence of the front door, in one place, so that other languages can follow."""

HEADS = ("Notebook", "Minutes", "You need", "Passed", "Where you are")
NEEDS = {"decide": "no programming", "build": "Python"}
COUNT = "{done} of {all}"
FURTHER = "{done} of {all}, and {more} of {most} that go further"
STATES = {"new": "not begun", "begun": "begun", "done": "done"}
MARKS = {"new": "○", "begun": "◐", "done": "●"}
CAPTION = "The course, and what you have passed of it"
NOTHING = "Nothing is passed yet. Begin with {next}."
NEXT = "You have passed {done} of {all} exercises. Next: {next}."
NEXT_BUILD = "If you program: {next}."
ALL_DONE = "You have passed everything that is here: {all} exercises."
NOT_KEPT = "Your progress is not kept here (the variable SENDWELL_PROGRESS is empty)."
KEPT = "Your progress is kept in {file}."

KEEP = {
    "title": "Your progress, in a file of yours",
    "save": "Save my progress",
    "restore": "Restore from a file",
    "saved": "{name} is in your downloads. Exercises in it: {n}. Keep it.",
    "written": "{name} is written. Exercises in it: {n}. Keep it.",
    "restored": "Restored: {new} that were not here before, {n} in all. Nothing was taken away.",
    "empty": "There is nothing to save yet: no check is passed.",
    "no_file": "Progress is not kept here, so there is nowhere to restore it to.",
    "stopped": "The kernel does not answer. Run this cell again, then try once more.",
    "help": "On Binder everything is gone when you leave. Save before, restore when you come back.",
}
FILE_NAME = "sendwell-progress.json"

PAGE = "course-completion.html"
PAGE_TITLE = "Sendwell: what was passed"
PAGE_LEARNER = "Name: {name}"
PAGE_BLANK = "Name: ______________________________"
PAGE_DAY = "Made on {day}."
PAGE_HEADS = ("Notebook", "Exercises passed")
PAGE_PROVES_HEAD = "What this page says, and what it does not"
PAGE_SAYS = (
    "It says that the checks in these notebooks were passed on the computer on which the page was "
    "made, and how many of them there are."
)
PAGE_NO_PROOF = (
    "It does not prove who did that, without help or at what time. The page is made from a file "
    "that its owner can change, and nobody has looked at the answers."
)
PAGE_MARKS = (
    "Where a mark has to mean something, an instructor grades the notebooks, with checks that "
    "learners have not seen."
)
PAGE_NO_ACCOUNT = "It says nothing about any account. No platform looks at it."
PAGE_PROVES = (PAGE_SAYS, PAGE_NO_PROOF, PAGE_MARKS, PAGE_NO_ACCOUNT)
PAGE_WRITTEN = (
    "Written: {file}. To print it, right-click it in the list of files at the left, choose "
    "Open in New Browser Tab, and print from there."
)
