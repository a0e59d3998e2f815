"""``sendwell appeal``: a case, a plan and a draft letter, in a terminal."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from collections.abc import Sequence
from pathlib import Path

from sendwell.appeals import strings_interview as strings
from sendwell.appeals.dates import is_day
from sendwell.appeals.interview import answers_of, on_binder, resume
from sendwell.appeals.read import CaseError, read_case
from sendwell.appeals.terminal import converse

_APPEAL = (
    "Ask for the facts of a case, one by one, and write a case file, a checklist and a draft "
    "letter into a folder. Nothing leaves this machine. Leave with !, go on with the same command."
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command. Returns 0 if the papers are written, 1 if not, 2 for a wrong argument."""
    arguments = _parser().parse_args(argv)
    today = arguments.today or dt.datetime.now().astimezone().date().isoformat()
    if not is_day(today):
        print(strings.NOT_TODAY.format(value=repr(today)), file=sys.stderr)
        return 2
    folder: Path = arguments.folder
    try:
        interview = resume(folder / "answers.json", binder=on_binder())
        if arguments.case:
            case = read_case(arguments.case)
            if interview.binder and not case.fictional:
                raise CaseError((strings.BINDER_FILE.format(name=arguments.case.name),))  # noqa: TRY301
            interview.answers, interview.part = answers_of(case), len(strings.PARTS)
        elif interview.part:
            print(strings.RESUMED.format(file=interview.file))
            interview.part = 0 if interview.part >= len(strings.PARTS) else interview.part
        return 0 if converse(interview, today, folder, input, print) else 1
    except (CaseError, OSError) as error:
        print(error, file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("sendwell")
    commands = parser.add_subparsers(required=True)
    appeal = commands.add_parser("appeal", description=_APPEAL, help=_APPEAL)
    appeal.add_argument("folder", type=Path, help="the folder that holds answers and papers")
    appeal.add_argument("--case", type=Path, help="take a case file instead of asking")
    appeal.add_argument("--today", help="the day of the plan, 2026-11-14; otherwise today")
    return parser


if __name__ == "__main__":
    sys.exit(main())
