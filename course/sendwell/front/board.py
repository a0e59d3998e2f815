"""Where a learner stands: a table of the notebooks, and the next step."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape

from sendwell.checks.suite import find_suite
from sendwell.front import strings
from sendwell.front.contents import NOTEBOOKS, Notebook
from sendwell.progress import Passed, progress_file, read


@dataclass(frozen=True)
class Row:
    """One notebook: which of its exercises have every check passed."""

    notebook: Notebook
    done: tuple[str, ...]
    further: tuple[str, ...]
    begun: bool

    @property
    def state(self) -> str:
        """One of "new", "begun", "done"; what goes further does not count."""
        if len(self.done) == len(self.notebook.exercises):
            return "done"
        return "begun" if self.begun else "new"


@dataclass(frozen=True, repr=False)
class Board:
    """The notebooks and what was passed of each, as a table for people and as text."""

    rows: tuple[Row, ...]
    kept: str = ""

    @property
    def passed(self) -> int:
        """How many core exercises are passed."""
        return sum(len(row.done) for row in self.rows)

    @property
    def most(self) -> int:
        """How many there are."""
        return sum(len(row.notebook.exercises) for row in self.rows)

    def next(self, *, for_programmers: bool) -> Notebook | None:
        """The first notebook of its kind that is not done."""
        return next(
            (
                row.notebook
                for row in self.rows
                if row.state != "done" and row.notebook.for_programmers is for_programmers
            ),
            None,
        )

    def sentences(self, link: bool = False) -> list[str]:  # noqa: FBT001, FBT002  (ours alone)
        """The next step, in words; with ``link``, as HTML."""

        def named(notebook: Notebook) -> str:
            title = escape(notebook.title) if link else notebook.title
            return f'<a href="{notebook.path}">{title}</a>' if link else title

        decide, build = self.next(for_programmers=False), self.next(for_programmers=True)
        first = decide or build
        if first is None:
            said = [strings.ALL_DONE.format(all=self.most)]
        else:
            form = strings.NEXT if self.passed else strings.NOTHING
            said = [form.format(done=self.passed, all=self.most, next=named(first))]
            if decide and build:
                said.append(strings.NEXT_BUILD.format(next=named(build)))
        return [*said, escape(self.kept) if link else self.kept] if self.kept else said

    def __repr__(self) -> str:
        lines = [
            f"{strings.MARKS[row.state]} {row.notebook.title}: {strings.STATES[row.state]}, "
            f"{_count(row)}"
            for row in self.rows
        ]
        return "\n".join([*lines, *self.sentences()])

    def _repr_html_(self) -> str:
        head = "".join(f'<th scope="col" {_LEFT}>{escape(h)}</th>' for h in strings.HEADS)
        body = "".join(map(_row, self.rows))
        said = "".join(f"<p>{sentence}</p>" for sentence in self.sentences(link=True))
        return (
            f'<div class="sendwell-board">{said}<table><caption {_LEFT}>{strings.CAPTION}</caption>'
            f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
        )


_LEFT = 'style="text-align:left"'


def where_you_are() -> Board:
    """The notebooks of the course, what you have passed of each, and the next step."""
    file = progress_file()
    if file is None:
        return board({}, strings.NOT_KEPT)
    return board(read(file), strings.KEPT.format(file=file))


def board(passed: Passed, kept: str = "", notebooks: Iterable[Notebook] = NOTEBOOKS) -> Board:
    """The board for what was ``passed``; ``kept`` says where that is kept."""
    return Board(tuple(_standing(notebook, passed) for notebook in notebooks), kept)


def _standing(notebook: Notebook, passed: Mapping[str, list[str]]) -> Row:
    done = tuple(name for name in notebook.exercises if _whole(name, passed))
    further = tuple(name for name in notebook.further if _whole(name, passed))
    begun = any(passed.get(name) for name in (*notebook.exercises, *notebook.further))
    return Row(notebook, done, further, begun)


def _whole(exercise: str, passed: Mapping[str, list[str]]) -> bool:
    """Whether every check of the exercise, as it is now, was passed once."""
    titles = {check.title for check in find_suite(exercise).checks}
    return titles <= {*passed.get(exercise, [])}


def _count(row: Row) -> str:
    core = {"done": len(row.done), "all": len(row.notebook.exercises)}
    if not row.notebook.further:
        return strings.COUNT.format(**core)
    return strings.FURTHER.format(**core, more=len(row.further), most=len(row.notebook.further))


def _row(row: Row) -> str:
    notebook = row.notebook
    mark = f'<span aria-hidden="true">{strings.MARKS[row.state]}</span>'
    cells = (
        str(notebook.minutes),
        escape(strings.NEEDS[notebook.name]),
        escape(_count(row)),
        f"{mark} {escape(strings.STATES[row.state])}",
    )
    link = f'<a href="{notebook.path}">{escape(notebook.title)}</a>'
    return (
        f'<tr><th scope="row" style="text-align:left;font-weight:normal">{link}</th>'
        + "".join(f"<td {_LEFT}>{cell}</td>" for cell in cells)
        + "</tr>"
    )
