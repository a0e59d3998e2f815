"""``sendwell appeal``: a case, a plan, a draft letter; ``sendwell review``: a letter, reviewed."""

from __future__ import annotations

import argparse
import datetime as dt
import json
import re
import sys
from collections.abc import Sequence
from pathlib import Path

from sendwell.appeals import strings_interview as strings
from sendwell.appeals import strings_review
from sendwell.appeals.case import Case
from sendwell.appeals.dates import is_day
from sendwell.appeals.interview import answers_of, on_binder, resume
from sendwell.appeals.library import case_names, load_case
from sendwell.appeals.read import CaseError, read_case
from sendwell.appeals.review.view import letter_in, show_review
from sendwell.appeals.terminal import converse
from sendwell.files import replace_file

_APPEAL = (
    "Ask for the facts of a case, one by one, and write a case file, a checklist and a draft "
    "letter into a folder. Nothing leaves this machine. Leave with !, go on with the same command."
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command. Returns 0 if it did its work, 1 if not, 2 for a wrong argument."""
    parser = _parser()
    given = sys.argv[1:] if argv is None else argv
    if not given:
        parser.print_help()
        return 2
    arguments = parser.parse_args(given)
    today = arguments.today or dt.datetime.now().astimezone().date().isoformat()
    if not is_day(today):
        print(strings.NOT_TODAY.format(value=repr(today)), file=sys.stderr)
        return 2
    try:
        return int(arguments.run(arguments, today))
    except FileNotFoundError as error:
        told = strings.NO_FILE.format(name=error.filename) if error.filename else error
        print(told, file=sys.stderr)
        return 1
    except (CaseError, OSError) as error:
        print(error, file=sys.stderr)
        return 1


def _appeal(arguments: argparse.Namespace, today: str) -> int:
    """Ask, and write the papers; 1 if the person left before the end."""
    folder: Path = arguments.folder
    interview = resume(folder / "answers.json", binder=on_binder())
    if arguments.case:
        case = _case(arguments.case, binder=interview.binder)
        interview.answers, interview.part = answers_of(case), len(strings.PARTS)
    elif interview.part:
        print(strings.RESUMED.format(file=interview.file))
        interview.part = 0 if interview.part >= len(strings.PARTS) else interview.part
    return 0 if converse(interview, today, folder, input, print) else 1


def _review(arguments: argparse.Namespace, today: str) -> int:
    """Print the review of a letter; with ``--html`` write it as a page, too."""
    case = _case(arguments.case, binder=on_binder())
    try:
        letter = _letter(arguments.letter, arguments.cell)
    except UnicodeDecodeError:
        print(strings_review.NOT_TEXT.format(name=arguments.letter.name), file=sys.stderr)
        return 1
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    shown = show_review(letter, case, today)
    print(shown)
    if arguments.html:
        replace_file(arguments.html, shown.page())
        print("\n" + strings_review.WRITTEN.format(file=arguments.html))
    return 0


def _letter(file: Path, cell: str) -> str:
    """The letter in a file; in a notebook, that of the cell with the grade_id ``cell``.

    Raises ValueError if the notebook has no such cell, UnicodeDecodeError or OSError.
    """
    text = file.read_bytes().decode("utf-8-sig")
    if file.suffix != ".ipynb":
        return letter_in(text)
    try:
        cells = json.loads(text)["cells"]
        marks = [(one["metadata"].get("nbgrader", {}), one["source"]) for one in cells]
        (source,) = (text for mark, text in marks if mark.get("grade_id") == cell)
    except (ValueError, TypeError, KeyError, AttributeError):
        raise ValueError(strings_review.NO_CELL.format(name=file.name, cell=cell)) from None
    letter = letter_in(source if isinstance(source, str) else "".join(source))
    # In Markdown a single line break is a space.
    return re.sub(r"(?<=\S)\n(?=\S)", " ", letter)


def _case(file: Path, *, binder: bool) -> Case:
    """The case in a file, or a fictional one by its name.

    Raises CaseError, also for a real case on Binder, or OSError.
    """
    if not file.exists() and str(file) in case_names():
        return load_case(str(file))
    if not file.exists():
        raise FileNotFoundError(strings.NO_CASE.format(name=file, names=", ".join(case_names())))
    case = read_case(file)
    if binder and not case.fictional:
        raise CaseError((strings.BINDER_FILE.format(name=file.name),))
    return case


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("sendwell")
    commands = parser.add_subparsers(required=True)
    appeal = commands.add_parser("appeal", description=_APPEAL, help=_APPEAL)
    appeal.set_defaults(run=_appeal)
    appeal.add_argument(
        "folder",
        type=Path,
        nargs="?",
        default=Path("appeal"),
        help="the folder that holds answers and papers; otherwise appeal, in this folder",
    )
    appeal.add_argument("--case", type=Path, help="take a case file instead of asking")
    appeal.add_argument("--today", help="the day of the plan, 2026-11-14; otherwise today")
    told = strings_review.REVIEW_HELP
    review = commands.add_parser("review", description=told, help=told)
    review.set_defaults(run=_review)
    review.add_argument("letter", type=Path, help=strings_review.LETTER_HELP)
    review.add_argument("case", type=Path, help=strings_review.CASE_HELP)
    review.add_argument("--cell", default="letter", help=strings_review.CELL_HELP)
    review.add_argument("--today", help=strings_review.TODAY_HELP)
    review.add_argument("--html", type=Path, help=strings_review.HTML_HELP)
    return parser


if __name__ == "__main__":
    sys.exit(main())
