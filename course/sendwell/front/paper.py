"""A page for print that says what was passed, and what that does and does not prove."""

from __future__ import annotations

import datetime as dt
from html import escape
from pathlib import Path

from sendwell.front import strings
from sendwell.front.board import Board, Row, where_you_are

_STYLE = """
body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif;
  color: #111; background: #fff; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: .3rem .6rem .3rem 0; border-bottom: 1px solid #777;
  font-weight: 400; }
thead th { font-weight: 600; }
@page { margin: 2cm; }
"""


def completion_page(name: str = "", path: str = strings.PAGE, today: str = "") -> str:
    """Write the page; a sentence says where. ``name`` is printed on it, or a line to write on.

    ``today`` is a day such as "2026-11-24"; without it, this one. Raises OSError.
    """
    day = today or dt.datetime.now().astimezone().date().isoformat()
    Path(path).write_text(page(where_you_are(), name, day), encoding="utf-8")
    return strings.PAGE_WRITTEN.format(file=path)


def page(board: Board, name: str, day: str) -> str:
    """The page as HTML: one file, no script, nothing fetched."""
    head = "".join(f'<th scope="col">{escape(one)}</th>' for one in strings.PAGE_HEADS)
    rows = "".join(
        f'<tr><th scope="row">{escape(row.notebook.title)}</th><td>{_passed(row)}</td></tr>'
        for row in board.rows
    )
    proves = "".join(f"<li>{escape(one)}</li>" for one in strings.PAGE_PROVES)
    who = strings.PAGE_LEARNER.format(name=name) if name.strip() else strings.PAGE_BLANK
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(strings.PAGE_TITLE)}</title><style>{_STYLE}</style></head><body><main>"
        f"<h1>{escape(strings.PAGE_TITLE)}</h1><p>{escape(who)}</p>"
        f"<p>{escape(strings.PAGE_DAY.format(day=day))}</p>"
        f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
        f"<h2>{escape(strings.PAGE_PROVES_HEAD)}</h2><ul>{proves}</ul></main></body></html>\n"
    )


def _passed(row: Row) -> str:
    return strings.COUNT.format(done=len(row.done), all=len(row.notebook.exercises))
