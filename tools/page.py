"""Make *Banned now?* from its text: ``python -m tools.page``.

``pages/banned-now/`` holds a text and a file of strings for each language, and one frame. English
becomes ``course/banned-now.html``, another language ``course/banned-now.<language>.html``. The
page is one file without scripts, pictures or addresses to fetch.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

from jinja2 import Environment, StrictUndefined
from markdown_it import MarkdownIt
from markupsafe import Markup

from sendwell.claims import Claim, Evidence, Status, claim
from tools.figures import ROLE, bare_figures, claims_in

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "pages" / "banned-now"
COURSE = ROOT / "course"
_HEADING = re.compile(r"<h2>(.*?)</h2>")
_CITED = re.compile(r'<a href="#(\w+)">')
_UNVERIFIED = {Status.UNVERIFIABLE, Status.CONTRADICTED, Status.HARMFUL_ADVICE}


def languages() -> tuple[str, ...]:
    """The languages that there is a text for; each needs its strings as well."""
    return tuple(sorted(path.stem for path in SOURCE.glob("*.md")))


def target(language: str) -> Path:
    """The file that a language's page becomes."""
    return COURSE / ("banned-now.html" if language == "en" else f"banned-now.{language}.html")


def page(language: str) -> str:
    """The whole page in a language. Raises ValueError for a figure without its claim."""
    text = (SOURCE / f"{language}.md").read_text(encoding="utf-8")
    strings = tomllib.loads((SOURCE / f"{language}.toml").read_text(encoding="utf-8"))
    for line, problem in bare_figures(text):
        raise ValueError(f"{language}.md, line {line}: {problem}")
    title = text.split("\n", 1)[0].removeprefix("# ")
    head, _, body = _html(text, strings).partition("<h2>")
    body, headings = _with_ids("<h2>" + body)
    frame = Environment(autoescape=True, undefined=StrictUndefined).from_string(
        (SOURCE / "page.html").read_text(encoding="utf-8")
    )
    cited = [claim(key) for key in sorted(set(claims_in(text)))]
    newest = max(one.main.document.as_of for one in cited if one.main)
    html = frame.render(
        s=strings,
        title=title,
        head=Markup(head),  # noqa: S704  # our own text
        body=Markup(body),  # noqa: S704
        headings=headings,
        cited=_cited(head, body, strings),
        sources=[(one.id, _mark(one, strings), _source(one, strings)) for one in cited],
        stale=strings["stale"].format(date=_date(newest, strings)),
    )
    return html.rstrip() + "\n"


def main() -> None:
    """Write every language's page."""
    for language in languages():
        target(language).write_text(page(language), encoding="utf-8")
        print(target(language).relative_to(ROOT))


def _html(text: str, strings: dict[str, Any]) -> str:
    def role(found: re.Match[str]) -> str:
        name, argument = found.groups()
        if name == "number":
            return _number(argument)
        if name != "claim":
            raise ValueError(f"the page knows the roles claim and number, not {name!r}.")
        return f"@@{argument}@@"

    html = str(MarkdownIt("commonmark").enable("table").render(ROLE.sub(role, text)))
    return re.sub(r"@@(\w+)@@", lambda found: _link(found[1], strings), html)


def _number(argument: str) -> str:
    """A figure's number without its unit, which stands in the text of each language."""
    key, _, name = argument.partition(":")
    figure = claim(key).figure(name)
    if figure.low is not None and figure.high is not None:
        return f"{figure.low:g}\N{EN DASH}{figure.high:g}"
    return f"{figure.number:g}"


def _link(key: str, strings: dict[str, Any]) -> str:
    mark = escape(_mark(claim(key), strings))
    return f'<span class="mark">(<a href="#{key}">{mark}</a>)</span>'


def _with_ids(body: str) -> tuple[str, list[tuple[str, str]]]:
    headings = [(f"step-{n}", text) for n, text in enumerate(_HEADING.findall(body), 1)]
    for identity, text in headings:
        body = body.replace(f"<h2>{text}</h2>", f'<h2 id="{identity}">{text}</h2>', 1)
    return body, headings


def _cited(head: str, body: str, strings: dict[str, Any]) -> dict[str, list[tuple[str, str]]]:
    """Where each claim stands: the place to go back to, and how it is called."""
    places: dict[str, list[tuple[str, str]]] = {}
    for number, part in enumerate([head, *body.split("<h2 ")[1:]]):
        place = (f"step-{number}", str(strings["cited_step"].format(number=number)))
        if number == 0:
            place = ("contents", str(strings["cited_start"]))
        for key in dict.fromkeys(_CITED.findall(part)):
            places.setdefault(key, []).append(place)
    return places


def _mark(one: Claim, strings: dict[str, Any]) -> str:
    evidence = _evidence(one)
    if evidence is None:
        return str(strings["claim_unverified"].format(id=one.id))
    return str(strings["claim"].format(id=one.id, date=_date(evidence.document.as_of, strings)))


def _source(one: Claim, strings: dict[str, Any]) -> str:
    evidence = _evidence(one)
    if evidence is None:
        article = strings["articles"][one.source.article]
        return str(strings["no_source"].format(article=article))
    document = evidence.document
    return str(
        strings["source"].format(
            title=document.title, address=document.address, tier=strings["tiers"][document.tier]
        )
    )


def _evidence(one: Claim) -> Evidence | None:
    return None if one.status in _UNVERIFIED else one.main


def _date(date: Any, strings: dict[str, Any]) -> str:
    month = strings["months"][date.month - 1]
    return str(strings["date"].format(day=date.day, month=month, year=date.year))


def unused(language: str) -> Iterator[str]:
    """The strings that neither the frame nor this module asks for."""
    strings = tomllib.loads((SOURCE / f"{language}.toml").read_text(encoding="utf-8"))
    asked = (SOURCE / "page.html").read_text() + Path(__file__).read_text(encoding="utf-8")
    yield from (name for name in strings if f"s.{name}" not in asked and f'"{name}"' not in asked)


if __name__ == "__main__":
    main()
