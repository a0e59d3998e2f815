"""What a feedback page shows of checks and cells, and what it keeps to itself."""

from __future__ import annotations

import base64
import re
from collections.abc import Collection, Mapping
from typing import Any

from fairmark.judge.cells import Judged
from fairmark.judge.plan import marks
from fairmark.record import strings
from fairmark.record.markup import clean_html
from fairmark.record.notebooks import Given
from fairmark.record.sanitise import clean_outputs
from fairmark.record.scores import unchanged
from fairmark.record.text import clean_terminal, clean_text, shorten
from sendwell.checks.report import Result

_ASKS_UNSEEN = re.compile(r"\bcheck_unseen\b|BEGIN HIDDEN TESTS")
#: Only the name: what follows may hold any character, quoted.
_HEADING = re.compile(r"<(/?)h[1-6](?=[\s>])")
#: Of a long history of calls, the first and the last ones are shown.
_FIRST, _LAST = 3, 10
_LINES, _CHARACTERS = 200, 10_000
_CALL_CHARACTERS = 400


def is_unseen(cell: Any) -> bool:
    """Whether a test cell holds more than learners were given: then its details stay unseen.

    The checksum is the release's, made after hidden tests were cut out; the source is the whole.
    """
    return bool(_ASKS_UNSEEN.search(cell["source"])) or not unchanged(cell)


def shown_checks(cell: Any, judged: Judged) -> tuple[str, list[dict[str, Any]]]:
    """The title of a test cell, and its checks as far as the learner may see them."""
    title = clean_text(judged.report.suite if judged.report else judged.grade_id)
    if is_unseen(cell):
        title = strings.OUT_OF_SIGHT.format(name=title)
        checks = [_unseen(check) for check in judged.checks]
    elif judged.report is None:
        checks = [_seen(check) for check in judged.checks]
    else:
        checks = list(map(_whole, judged.checks, judged.report.results))
    if len(checks) > 1 and all(check["verdict"] == "missing" for check in checks):
        checks = [_nothing_written(title, checks)]
    return title, checks


def _nothing_written(title: str, checks: list[dict[str, Any]]) -> dict[str, Any]:
    """Where no check found anything, one says so once, and what they all look at."""
    asked = strings.LOOKED_AT.format(checks="; ".join(check["title"] for check in checks))
    message = f"{checks[0]['message']} {asked}"
    return checks[0] | {"title": title, "message": message, "calls": ""}


def _whole(check: Mapping[str, Any], result: Result) -> dict[str, Any]:
    passed = check["verdict"] == "passed"
    return _seen(check) | {
        "line": clean_text(result.line),
        "calls": "" if passed else _calls(result.calls, result.wanted),
        "hint": "" if passed or not result.hints else result.hints[0],
    }


def _seen(check: Mapping[str, Any]) -> dict[str, Any]:
    message = shorten(clean_text(str(check["message"])), 2_000, 30)
    return {
        "title": _sentence(check["title"]),
        "verdict": check["verdict"],
        "points": check["points"],
        "most": check["most"],
        "message": message,
    }


def _unseen(check: Mapping[str, Any]) -> dict[str, Any]:
    word = str(check["verdict"])
    return _seen(check) | {"message": strings.UNSEEN.get(word, strings.UNSEEN_OTHER)}


def _calls(calls: tuple[tuple[str, str], ...], wanted: str) -> str:
    lines = [_call(call, outcome) for call, outcome in calls]
    if lines and wanted:
        lines[-1] += f"  ({strings.EXPECTED.format(wanted=clean_text(wanted)[:_CALL_CHARACTERS])})"
    if len(lines) > _FIRST + _LAST + 1:
        left = strings.LEFT_OUT.format(count=len(lines) - _FIRST - _LAST)
        lines[_FIRST:-_LAST] = [left]
    return "\n".join(lines)


def _call(call: str, outcome: str) -> str:
    text = f"{call}  →  {outcome}" if outcome else call
    return shorten(clean_text(text), _CALL_CHARACTERS, 5)


def _sentence(title: str) -> str:
    first = title.partition(" ")[0]
    return title[:1].upper() + title[1:] if first.isalpha() else title


def shown_work(
    cells: list[Any], comments: Mapping[str, str], given: Collection[Given]
) -> list[dict[str, Any]]:
    """The learner's own cells: their answers, and what they added or changed."""
    work: list[dict[str, Any]] = []
    for cell in cells:
        mark = marks(cell)
        locked = bool(mark) and not mark.get("solution")
        if locked or (cell["cell_type"], cell["source"]) in given or not cell["source"].strip():
            continue
        prose = cell["cell_type"] != "code"
        name = clean_text(str(mark.get("grade_id", "")))
        form = strings.TEXT if prose else strings.CODE
        work.append(
            {
                "title": name or form.format(number=len(work) + 1),
                "prose": prose,
                "source": shorten(clean_text(cell["source"]), _CHARACTERS * 5, _LINES * 5),
                "comment": "" if mark.get("grade") else clean_text(comments.get(name, "")),
                "outputs": [] if prose else _outputs(cell["outputs"]),
            }
        )
    return work


def _outputs(outputs: list[Any]) -> list[dict[str, str]]:
    found: list[dict[str, str]] = []
    for output in clean_outputs(outputs):
        match output["output_type"]:
            case "stream":
                found.append(_text(output["text"]))
            case "error":
                found.append(_text(f"{output['ename']}: {output['evalue']}"))
            case _:
                found += _richest(output["data"])
    return found


def _richest(data: Mapping[str, str]) -> list[dict[str, str]]:
    for kind in ("image/png", "image/jpeg", "image/gif"):
        if kind in data:
            value = re.sub(r"\s", "", data[kind])
            return [{"kind": "picture", "value": f"data:{kind};base64,{value}"}]
    if drawing := data.get("image/svg+xml"):
        value = base64.b64encode(drawing.encode()).decode()
        return [{"kind": "picture", "value": f"data:image/svg+xml;base64,{value}"}]
    if html := data.get("text/html"):
        # the page has headings of its own, and its own colours
        plain = _HEADING.sub(lambda match: f"<{match[1]}p", clean_html(html, colours=False))
        return [{"kind": "html", "value": plain}]
    for kind in ("text/markdown", "text/latex", "text/plain"):
        if kind in data:
            return [_text(data[kind])]
    return []


def _text(text: str) -> dict[str, str]:
    plain = clean_terminal(text, colours=False)
    return {"kind": "text", "value": shorten(plain, _CHARACTERS, _LINES)}
