"""The interview in a notebook: ``appeal_form()`` shows the same questions as the terminal."""

from __future__ import annotations

import datetime as dt
from html import escape
from pathlib import Path
from typing import Any

import ipywidgets as widgets

from sendwell.appeals import strings_case
from sendwell.appeals import strings_interview as strings
from sendwell.appeals.case import Case
from sendwell.appeals.dates import is_day
from sendwell.appeals.interview import (
    PARTS,
    SEVERAL,
    Interview,
    Question,
    answers_of,
    on_binder,
    resume,
)
from sendwell.appeals.letter import draft
from sendwell.appeals.paper import checklist_body, letter_body, write_papers
from sendwell.appeals.plan import plan
from sendwell.appeals.read import CaseError
from sendwell.widgets.keys import OwnKeys

#: Of these answers depends what else is asked.
_DECIDING = frozenset({"account.kind", "measure.kind"})
#: Labels stand above their fields, so that it all fits a small screen.
_STYLE = (
    "<style>.sendwell-appeal,.sendwell-appeal .widget-vbox{max-width:44rem;overflow-x:hidden}"
    ".sendwell-appeal .widget-inline-hbox{flex-wrap:wrap;height:auto;width:auto;margin:4px 2px}"
    ".sendwell-appeal .widget-inline-hbox>.widget-label{flex:1 0 100%;width:100%;max-width:100%;"
    "text-align:start;white-space:normal;line-height:1.4;height:auto}"
    ".sendwell-appeal .widget-inline-hbox>input,.sendwell-appeal .widget-inline-hbox>select,"
    ".sendwell-appeal .widget-inline-hbox>textarea{flex:1 1 100%;min-width:0}"
    ".sendwell-appeal .widget-inline-hbox>select{min-height:2rem;height:auto;appearance:auto;"
    "background-image:none}"
    ".sendwell-appeal .widget-html,.sendwell-appeal .widget-html-content{height:auto;"
    "white-space:normal;line-height:1.45;overflow-wrap:anywhere}"
    ".sendwell-appeal .widget-html-content .stranger{border:3px solid;padding:.5rem}"
    ".sendwell-appeal .widget-html-content .note{border-inline-start:4px solid;"
    "padding-inline-start:.6rem}.sendwell-appeal .widget-html-content .letter{border:1px solid;"
    "padding:0 .75rem;margin:.75rem 0}.sendwell-appeal .widget-html-content .day{"
    "white-space:nowrap}.sendwell-appeal .widget-html-content mark{background:none;color:inherit;"
    "border:1px dashed;padding:0 .25rem;-webkit-box-decoration-break:clone;"
    "box-decoration-break:clone}"
    ".sendwell-appeal :focus-visible{outline:3px solid;outline-offset:1px}</style>"
)


class AppealForm(widgets.VBox):  # type: ignore[misc]
    """The questions of a case, a page for each part, and its papers at the end.

    Every answer is kept at once in ``folder/answers.json``. ``today`` is the day of the plan.

    Raises:
        ValueError: ``today`` is no day.
        CaseError: what is kept in ``folder`` cannot be read, or is a real case on Binder.

    """

    def __init__(
        self, folder: Path, today: str, case: Case | None = None, *, binder: bool = False
    ) -> None:
        if not is_day(today):
            raise ValueError(strings.NOT_TODAY.format(value=repr(today)))
        self.folder, self.today = folder, today
        self.interview: Interview = resume(folder / "answers.json", binder=binder)
        if case is not None:
            if binder and not case.fictional:
                raise CaseError((strings.BINDER_REAL,))
            self.interview.answers, self.interview.part = answers_of(case), 0
        self._head, self._body = widgets.HTML(), widgets.VBox()
        self._problems = widgets.HTML()
        self._wrong: dict[str, str] = {}
        self._fields: dict[str, Any] = {}
        self._back = widgets.Button(description=strings.BACK)
        self._next = widgets.Button(description=strings.NEXT, button_style="primary")
        self._back.on_click(lambda _: self._go(-1))
        self._next.on_click(lambda _: self._go(+1))
        buttons = widgets.HBox([self._back, self._next])
        super().__init__([self._head, self._body, self._problems, buttons, OwnKeys()])
        self.add_class("sendwell-appeal")
        self._show()

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        bundle = super()._repr_mimebundle_(**kwargs)
        # GitHub, print and nbconvert show no widget; they show what stands beside it.
        fallback = {"text/plain": strings.FALLBACK, "text/html": f"<p>{strings.FALLBACK}</p>"}
        return {**bundle, **fallback}

    def _go(self, step: int) -> None:
        if step > 0 and self._wrong:
            self._tell()
            return
        self.interview.part = max(0, min(len(PARTS), self.interview.part + step))
        self.interview.save()
        self._show()

    def _show(self) -> None:
        """The page of the part at hand, or the papers after the last."""
        self._wrong, self._fields = {}, {}
        self._tell()
        number = self.interview.part
        self._back.disabled = number == 0
        if number >= len(PARTS):
            self._finish()
            return
        part = PARTS[number]
        told = {"number": number + 1, "count": len(PARTS), "name": strings.PARTS[part]}
        place = strings.KEPT.format(file=escape(str(self.interview.file)))
        intro = strings.BINDER if self.interview.binder else strings.INTRO
        kind = "stranger" if self.interview.binder else "note"
        self._head.value = (
            f'{_STYLE}<p class="{kind}">{escape(intro)}</p><p>{place}</p>'
            f"<h3>{escape(strings.PART.format(**told))}</h3>"
        )
        last = number == len(PARTS) - 1
        self._next.description = strings.FINISH if last else strings.NEXT
        self._next.disabled = False
        self._ask(part)

    def _ask(self, part: str) -> None:
        self._body.children = self._several(part) if part in SEVERAL else self._one(part, 0)

    def _one(self, part: str, index: int) -> tuple[Any, ...]:
        entry = self.interview.entry(part, index)
        asked = self.interview.questions(part, entry)
        return tuple(self._field(one, entry, index) for one in asked)

    def _several(self, part: str) -> tuple[Any, ...]:
        count = len(self.interview.answers.get(part, []))
        what = strings_case.FIELDS[part]
        adds = what.rstrip(".") != strings.PARTS[part]
        shown: list[Any] = [widgets.HTML(f"<p>{escape(what)}</p>")] if adds else []
        for index in range(count):
            told = {"name": strings.PARTS[part], "number": index + 1}
            shown.append(widgets.HTML(f"<h4>{escape(strings.ENTRY.format(**told))}</h4>"))
            shown.extend(self._one(part, index))
        add = widgets.Button(description=strings.ADD_BUTTON)
        add.on_click(lambda _: self._change(part, count))
        drop = widgets.Button(description=strings.DROP_BUTTON, disabled=count == 0)
        drop.on_click(lambda _: self._change(part, -1))
        told = {"name": strings.PARTS[part], "count": count}
        note = widgets.HTML(f"<p>{escape(strings.COUNT.format(**told))}</p>")
        return (*shown, note, widgets.HBox([add, drop]))

    def _change(self, part: str, index: int) -> None:
        if index >= 0:
            self.interview.entry(part, index)
        else:
            self.interview.answers[part].pop()
        self.interview.save()
        self._show()

    def _field(self, question: Question, entry: dict[str, Any], index: int) -> Any:
        """The field of a question; one that is on the page stays itself, and keeps the focus."""
        place = f"{index}.{question.key}"
        if place not in self._fields:
            self._fields[place] = self._made(question, entry, place)
        return self._fields[place]

    def _made(self, question: Question, entry: dict[str, Any], place: str) -> Any:
        value = entry.get(question.name, question.blank)
        told = {"description": question.help, "style": {"description_width": "auto"}}
        if question.choices or question.is_bool:
            words = question.choices or (strings.YES, strings.NO)
            options = [(question.label(word), word) for word in words]
            shown = question.show(value)
            if shown not in words:
                options, shown = [(strings.NONE, ""), *options], ""
            made = widgets.Dropdown(options=options, value=shown, **told)
        elif question.is_list:
            told["description"] = f"{question.help} {strings.LIST_LINES}"
            made = widgets.Textarea(value="\n".join(value), continuous_update=False, **told)
        else:
            made = widgets.Text(value=str(value), continuous_update=False, **told)
        made.observe(lambda change: self._answered(question, entry, place, change["new"]), "value")
        return made

    def _answered(self, question: Question, entry: dict[str, Any], place: str, typed: str) -> None:
        problem = self.interview.answer(question, entry, question.read(typed))
        self._wrong.pop(place, None)
        if problem:
            self._wrong[place] = problem
        elif question.key in _DECIDING:
            self._ask(PARTS[self.interview.part])
            shown = set(self._body.children)
            self._fields = {at: one for at, one in self._fields.items() if one in shown}
            self._wrong = {at: why for at, why in self._wrong.items() if at in self._fields}
        self._tell()

    def _tell(self) -> None:
        lines = "".join(f"<li>{escape(one)}</li>" for one in self._wrong.values())
        self._problems.value = f'<ul role="alert">{lines}</ul>' if lines else ""

    def _finish(self) -> None:
        self._next.disabled = True
        self._body.children = ()
        self._head.value = _STYLE
        try:
            case = self.interview.case()
        except CaseError as error:
            lines = "".join(f"<li>{escape(one)}</li>" for one in error.problems)
            self._problems.value = f'<ul role="alert">{lines}</ul>'
            return
        files = write_papers(case, self.today, self.folder)
        names = "".join(f"<li>{escape(str(file))}</li>" for file in files)
        self._body.children = (
            widgets.HTML(f"<p>{escape(strings.TO_PRINT)}</p><ul>{names}</ul>"),
            widgets.HTML(_lower(checklist_body(plan(case, self.today), case.title))),
            widgets.HTML(_lower(letter_body(draft(case, self.today)))),
        )


def _lower(html: str) -> str:
    """The piece with its headings below those of a notebook."""
    for level in (2, 1):
        html = html.replace(f"<h{level}>", f"<h{level + 2}>")
        html = html.replace(f"</h{level}>", f"</h{level + 2}>")
    return html


def appeal_form(
    folder: str | Path = "appeal", case: Case | None = None, today: str | None = None
) -> AppealForm:
    """Show the questions in a notebook; begun answers in ``folder`` are taken up again.

    ``case`` begins with the answers of a case. ``today`` is the day of the plan, or else today.
    On Binder only invented cases are taken.
    """
    now = today or dt.datetime.now().astimezone().date().isoformat()
    return AppealForm(Path(folder), now, case, binder=on_binder())
