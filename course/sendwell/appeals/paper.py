"""Plan and letter on paper: Markdown, and HTML to print; and all of it as files."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path

from sendwell.appeals import strings_letter as strings
from sendwell.appeals import strings_plan
from sendwell.appeals.case import Case
from sendwell.appeals.letter import Letter, draft
from sendwell.appeals.plan import Plan, plan
from sendwell.appeals.write import write_case
from sendwell.claims import claim
from sendwell.files import replace_file

_DAY = re.compile(r"\b\d{4}-\d\d-\d\d(?: \d\d:\d\d)?\b")
_STYLE = (
    ":root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;max-width:42rem;"
    "margin:1rem auto;padding:0 1rem;overflow-wrap:anywhere}.note{border-inline-start:4px solid;"
    "padding-inline-start:.75rem}h1{font-size:1.5rem}li{margin:.4rem 0}small{opacity:.85}"
    "mark{background:none;color:inherit;border:1px dashed;padding:0 .25rem;"
    "-webkit-box-decoration-break:clone;box-decoration-break:clone}.day{white-space:nowrap}"
    ".letter{border:1px solid;padding:0 1rem;margin:1.5rem 0}"
    "@media print{body{max-width:none;margin:0;font-size:11pt}.screen{display:none}"
    ".letter{border:0;padding:0;margin:0}"
    "li{break-inside:avoid}}"
)


def checklist_markdown(made: Plan, title: str) -> str:
    """The plan as a list to tick off."""
    lines = [
        f"# {strings_plan.TITLE.format(title=title)}",
        "",
        strings_plan.PLAN_FOR.format(today=made.today, promise=made.promise),
        "",
        f"- {strings_plan.CHANNEL.format(channel=strings_plan.CHANNELS[made.channel])}",
        f"- {strings_plan.STANCE.format(stance=strings_plan.STANCES[made.stance])}",
        "",
        f"## {strings_plan.STEPS}",
        "",
    ]
    for number, step in enumerate(made.steps, 1):
        due = f" **{strings_plan.DUE.format(due=step.due)}**" if step.due else ""
        lines += [f"{number}. [ ] {step.do}{due} {step.why} *{_sources(step.claims)}*"]
    lines += ["", f"## {strings_plan.NEVER_HEAD}", "", *(f"- {one}" for one in made.never)]
    return "\n".join(lines) + "\n"


def letter_markdown(letter: Letter) -> str:
    """The draft, its notes, and what each sentence stands on."""
    lines = [f"# {strings.DRAFT_OF.format(today=letter.today, title=letter.title)}", ""]
    for note in (*letter.warnings, *letter.notes):
        lines += [f"> {note}", ">"]
    lines = [*lines[:-1], ""]
    for paragraph in letter.paragraphs:
        lines += [" ".join(one.text for one in paragraph), ""]
    if letter.sentences:
        lines += [f"## {strings.STANDS_ON}", ""]
        lines += [f"- {one.text} *({', '.join(one.facts)})*" for one in letter.sentences]
    return "\n".join(lines).rstrip() + "\n"


def letter_html(letter: Letter) -> str:
    """The draft as a page to print: the letter alone on paper, notes and facts on the screen."""
    title = strings.DRAFT_OF.format(today=letter.today, title=letter.title)
    return _page(escape(title), letter_body(letter))


def letter_body(letter: Letter) -> str:
    """What stands on that page, as a piece of HTML."""
    title = escape(strings.DRAFT_OF.format(today=letter.today, title=letter.title))
    warnings, notes = (
        "".join(f'<p class="note">{escape(note)}</p>' for note in every)
        for every in (letter.warnings, letter.notes)
    )
    body = "".join(
        f"<p>{' '.join(_marked(one.text) for one in paragraph)}</p>"
        for paragraph in letter.paragraphs
    )
    body = f'<div class="letter">{body}</div>' if body else ""
    facts = "".join(
        f"<li>{_marked(one.text)} <small>({escape(', '.join(one.facts))})</small></li>"
        for one in letter.sentences
    )
    stands = f"<h2>{escape(strings.STANDS_ON)}</h2><ul>{facts}</ul>" if facts else ""
    return (
        f'<div class="screen"><h1>{title}</h1></div>{warnings}'
        f'<div class="screen">{notes}</div>{body}<div class="screen">{stands}</div>'
    )


def checklist_html(made: Plan, title: str) -> str:
    """The plan as a page to print."""
    return _page(escape(strings_plan.TITLE.format(title=title)), checklist_body(made, title))


def checklist_body(made: Plan, title: str) -> str:
    """What stands on that page, as a piece of HTML."""
    head = escape(strings_plan.TITLE.format(title=title))
    steps = "".join(
        f"<li>☐ <strong>{escape(step.do)}</strong> "
        + (f"<em>{escape(strings_plan.DUE.format(due=step.due))}</em> " if step.due else "")
        + f"{escape(step.why)} <small>{escape(_sources(step.claims))}</small></li>"
        for step in made.steps
    )
    told = (
        strings_plan.PLAN_FOR.format(today=made.today, promise=made.promise),
        strings_plan.CHANNEL.format(channel=strings_plan.CHANNELS[made.channel]),
        strings_plan.STANCE.format(stance=strings_plan.STANCES[made.stance]),
    )
    never = "".join(f"<li>{escape(one)}</li>" for one in made.never)
    return (
        f"<h1>{head}</h1>{''.join(f'<p>{escape(one)}</p>' for one in told)}"
        f"<h2>{escape(strings_plan.STEPS)}</h2><ol>{steps}</ol>"
        f"<h2>{escape(strings_plan.NEVER_HEAD)}</h2><ul>{never}</ul>"
    )


def write_papers(case: Case, today: str, folder: Path) -> tuple[Path, ...]:
    """Write case, checklist and letter into ``folder``; returns the files. Raises OSError."""
    made, letter = plan(case, today), draft(case, today)
    texts = {
        "case.toml": write_case(case),
        "checklist.md": checklist_markdown(made, case.title),
        "checklist.html": checklist_html(made, case.title),
        "letter.md": letter_markdown(letter),
        "letter.html": letter_html(letter),
    }
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        replace_file(folder / name, text)
    return tuple(folder / name for name in texts)


def _sources(facts: tuple[str, ...]) -> str:
    if not facts:
        return strings_plan.OWN
    labels = "; ".join(claim(key).text().partition(")")[0].lstrip("(") for key in facts)
    return strings_plan.SOURCE.format(source=labels)


def _marked(text: str) -> str:
    """The sentence as HTML: gaps are marked, and no line breaks within a day."""
    start = strings.GAP.partition("{")[0]
    days = _DAY.sub(r'<span class="day">\g<0></span>', escape(text))
    marked = days.replace(escape(start), f"<mark>{escape(start)}")
    return marked.replace(")]", ")]</mark>") if "<mark>" in marked else marked


def _page(title: str, body: str) -> str:
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{title}</title><style>{_STYLE}</style></head><body><main>{body}</main></body></html>\n"
    )
