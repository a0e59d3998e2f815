"""``python -m sendwell.claims``: list, show, check, register."""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sendwell.claims import strings, words
from sendwell.claims.errors import ClaimError, UnknownIdError
from sendwell.claims.figures import Status
from sendwell.claims.model import Claim, Contradiction, Record
from sendwell.claims.plain import as_dict, plain
from sendwell.claims.register import counts, register
from sendwell.claims.registry import STALE_AFTER, load, record, stale

COMMANDS = ("list", "show", "check", "register")


def main(argv: Sequence[str] | None = None, today: dt.date | None = None) -> int:
    """Run a command; ``today`` is the clock. Returns the exit status: 0, 1 or 2 (see --help)."""
    arguments = _parser(today or dt.datetime.now().astimezone().date()).parse_args(
        _with_command(list(sys.argv[1:] if argv is None else argv))
    )
    try:
        status = int(arguments.run(arguments))
        sys.stdout.flush()
    except UnknownIdError as error:
        print(error, file=sys.stderr)
        return 2
    except ClaimError as error:
        print(error, file=sys.stderr)
        return 1
    except BrokenPipeError:  # the reader, such as `head`, has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return status


def _with_command(argv: list[str]) -> list[str]:
    """Puts "list" first where no command is named; an option may stand before the command."""
    if argv and argv[0] in ("-h", "--help"):
        return argv
    if len(argv) > 1 and argv[0] == "--json" and argv[1] in COMMANDS:
        return [argv[1], "--json", *argv[2:]]
    return argv if argv and argv[0] in COMMANDS else ["list", *argv]


def _parser(today: dt.date) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        "python -m sendwell.claims", description=strings.CLI, epilog=strings.CLI_EPILOG
    )
    commands = parser.add_subparsers(required=True)
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--json", action="store_true", help=strings.CLI_JSON)
    aged = argparse.ArgumentParser(add_help=False)
    aged.add_argument("--days", type=int, default=STALE_AFTER, help=strings.CLI_DAYS)
    aged.add_argument("--today", type=_date, default=today, help=strings.CLI_TODAY)

    sub = commands.add_parser("list", parents=[shared, aged], help=strings.CLI_LIST)
    statuses = [status.value for status in Status]
    sub.add_argument("text", nargs="*", help=strings.CLI_TEXT)
    sub.add_argument("--status", action="append", choices=statuses, help=strings.CLI_STATUS)
    sub.add_argument("--group", action="append", type=_groups, help=strings.CLI_GROUP)
    sub.add_argument("--source", help=strings.CLI_SOURCE)
    sub.add_argument("--conflicts-with", metavar="ID", type=str.upper, help=strings.CLI_CONFLICTS)
    sub.add_argument("--stale", action="store_true", help=strings.CLI_STALE)
    sub.set_defaults(run=_list)

    sub = commands.add_parser("show", parents=[shared], help=strings.CLI_SHOW)
    sub.add_argument("ids", nargs="+", metavar="ID", type=str.upper, help=strings.CLI_IDS)
    sub.set_defaults(run=_show)

    sub = commands.add_parser("check", parents=[shared, aged], help=strings.CLI_CHECK)
    sub.set_defaults(run=_check)

    sub = commands.add_parser("register", help=strings.CLI_REGISTER)
    sub.add_argument("--out", type=Path, default=Path("docs/claims.md"), help=strings.CLI_OUT)
    sub.set_defaults(run=_register)
    return parser


def _list(arguments: argparse.Namespace) -> int:
    found = [record for record in load().records.values() if _wanted(record, arguments)]
    if arguments.conflicts_with:
        found = _at_odds(found, record(arguments.conflicts_with))
    if arguments.stale:
        old = {claim.id for claim in stale(arguments.today, arguments.days)}
        found = [record for record in found if record.id in old]
    if arguments.json:
        _print_json(found)
    else:
        for one in found:
            print(f"{one.id}  {words.status(one.status)}: {one.statement}")
        if not found:
            print(strings.NO_RECORD)
    return 0


def _wanted(one: Record, arguments: argparse.Namespace) -> bool:
    if arguments.status and one.status not in arguments.status:
        return False
    if arguments.group and one.id[0] not in "".join(arguments.group):
        return False
    if arguments.source and not _comes_from(one, arguments.source):
        return False
    text = one.text().casefold()
    return all(word.casefold() in text for word in arguments.text)


def _comes_from(one: Record, source: str) -> bool:
    if isinstance(one, Contradiction):
        return any(side.source.article == source.upper() for side in one.sides)
    if source.upper() in load().articles:
        return one.source.article == source.upper()
    names = (f"{found.document.key} {found.document.title}" for found in one.evidence)
    return any(source.casefold() in name.casefold() for name in names)


def _at_odds(found: list[Record], other: Record) -> list[Record]:
    if isinstance(other, Contradiction):
        return [one for one in found if one.id in other.claims]
    return [one for one in found if isinstance(one, Claim) and other.id in one.conflicts_with]


def _show(arguments: argparse.Namespace) -> int:
    found = [record(key) for key in arguments.ids]
    if arguments.json:
        _print_json(found)
    else:
        print("\n\n".join(plain(one) for one in found))
    return 0


def _check(arguments: argparse.Namespace) -> int:
    records = load().records.values()
    old = stale(arguments.today, arguments.days)
    if arguments.json:
        ids = {claim.id for claim in old}
        _print_objects([{**as_dict(one), "stale": one.id in ids} for one in records])
        return 0
    found = counts(records)
    each = strings.NEXT.join(f"{found[status]} {status}" for status in Status)
    print(strings.VALID.format(count=len(records), counts=each))
    for claim in old:
        main = claim.main
        as_of = words.as_of(main.document) if main else ""
        print(strings.STALE_LINE.format(id=claim.id, statement=claim.statement, as_of=as_of))
    form = strings.STALE_SUM if old else strings.NOTHING_STALE
    print(form.format(count=len(old), days=arguments.days, today=arguments.today))
    return 0


def _register(arguments: argparse.Namespace) -> int:
    path: Path = arguments.out
    text = register(load())
    if not path.parent.is_dir():
        print(strings.NO_FOLDER.format(path=path, folder=path.parent), file=sys.stderr)
        return 2
    path.write_text(text, encoding="utf-8")
    print(strings.WRITTEN.format(path=path))
    return 0


def _print_json(found: Sequence[Record]) -> None:
    _print_objects([as_dict(one) for one in found])


def _print_objects(objects: list[dict[str, Any]]) -> None:
    print(json.dumps(objects, ensure_ascii=False, indent=2))


def _date(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(strings.BAD_DATE.format(text=text)) from error


def _groups(text: str) -> str:
    if not text or not set(text.upper()) <= set(strings.GROUPS):
        raise argparse.ArgumentTypeError(strings.BAD_GROUP.format(text=text))
    return text.upper()


if __name__ == "__main__":
    sys.exit(main())
