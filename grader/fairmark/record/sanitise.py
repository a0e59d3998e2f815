"""Make what learners' programs put out fit to be shown to an instructor."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from fairmark.record.markup import clean_html, clean_markdown, clean_raw, clean_svg, disarm_tex
from fairmark.record.text import clean_terminal, clean_text, shorten
from sendwell.checks.report import MIMETYPE

#: The most of each thing that is kept of one output, and of one cell.
TEXT_CHARACTERS = 50_000
TEXT_LINES = 1_000
MARKUP_CHARACTERS = 200_000
DRAWING_CHARACTERS = 1_000_000
PICTURE_CHARACTERS = 4_000_000
OUTPUTS = 100
CELL_CHARACTERS = 8_000_000

#: Only one way to read it: spaces that two parts could take would be tried in every split.
_BASE64 = re.compile(r"[A-Za-z0-9+/\s]*(?:={1,2}\s*)?\Z")


def clean_outputs(outputs: Iterable[Any], *, by_judge: bool = False) -> list[dict[str, Any]]:
    """The outputs of one code cell in nbformat's form, built anew from what is known to be safe.

    ``by_judge`` outputs are our own reports: their HTML keeps its form and their record stays.
    What they quote from learners is cleaned all the same.
    """
    cleaned: list[dict[str, Any]] = []
    room = CELL_CHARACTERS
    for number, output in enumerate(outputs):
        if number == OUTPUTS or room <= 0:
            cleaned.append(_note("The rest of what this cell put out is left out: it is too much."))
            break
        one = _clean(output, by_judge=by_judge)
        if one is not None:
            room -= _size(one)
            cleaned.append(one)
    return cleaned


def _clean(output: Any, *, by_judge: bool) -> dict[str, Any] | None:
    if not isinstance(output, Mapping):
        return None
    match output.get("output_type"):
        case "stream":
            text = _terminal(output.get("text"))
            name = "stderr" if output.get("name") == "stderr" else "stdout"
            return {"output_type": "stream", "name": name, "text": text} if text else None
        case "error":
            return _error(output)
        case "display_data":
            data, metadata = _bundle(output, by_judge=by_judge)
            return {"output_type": "display_data", "data": data, "metadata": metadata}
        case "execute_result":
            data, metadata = _bundle(output, by_judge=by_judge)
            count = output.get("execution_count")
            return {
                "output_type": "execute_result",
                "data": data,
                "metadata": metadata,
                "execution_count": count if type(count) is int else None,
            }
    return None


def _error(output: Mapping[str, Any]) -> dict[str, Any]:
    lines = output.get("traceback")
    traceback = "\n".join(map(_joined, lines)) if isinstance(lines, list) else ""
    return {
        "output_type": "error",
        "ename": shorten(clean_text(_joined(output.get("ename"))), 200, 1),
        "evalue": shorten(clean_text(_joined(output.get("evalue"))), 2_000, 50),
        "traceback": _terminal(traceback).split("\n"),
    }


def _bundle(output: Mapping[str, Any], *, by_judge: bool) -> tuple[dict[str, Any], dict[str, Any]]:
    """The forms of one output that are known; a note in place of those that are not."""
    given = output.get("data")
    given = given if isinstance(given, Mapping) else {}
    data: dict[str, Any] = {}
    gone: list[str] = []
    for kind, value in given.items():
        if by_judge and kind == "text/html":
            data[kind] = disarm_tex(clean_text(_joined(value)))
        elif by_judge and kind == MIMETYPE:
            data[kind] = _cleaned_values(value)
        elif kind in _CLEANERS and (text := _CLEANERS[kind](_joined(value))):
            data[kind] = text
        else:
            gone.append(clean_text(str(kind))[:60])
    if gone and not data:
        data["text/plain"] = f"[left out: {', '.join(sorted(gone)[:10])}]"
    metadata = output.get("metadata")
    sizes = _sizes(metadata if isinstance(metadata, Mapping) else {}, data)
    return data, sizes


def _sizes(metadata: Mapping[str, Any], data: Mapping[str, Any]) -> dict[str, Any]:
    """Of the metadata, only how large a picture is to be shown."""
    found: dict[str, Any] = {}
    for kind in ("image/png", "image/jpeg"):
        given = metadata.get(kind)
        if kind in data and isinstance(given, Mapping):
            size = {
                side: given[side]
                for side in ("width", "height")
                if type(given.get(side)) is int and 0 < given[side] <= 5_000
            }
            if size:
                found[kind] = size
    return found


def _cleaned_values(value: Any) -> Any:
    """Our own record: its form stays, its texts are cleaned."""
    if isinstance(value, str):
        return clean_text(value)
    if isinstance(value, Mapping):
        return {key: _cleaned_values(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_cleaned_values(item) for item in value]
    return value


def _terminal(value: Any) -> str:
    # cut first, so that cleaning has little to do; cut again, since spelling out makes it longer
    text = clean_terminal(shorten(_joined(value), TEXT_CHARACTERS, TEXT_LINES))
    return shorten(text, 2 * TEXT_CHARACTERS, 2 * TEXT_LINES)


def _bounded(clean: Callable[[str], str], most: int) -> Callable[[str], str]:
    return lambda value: clean(value) if len(value) <= most else ""


def _picture(value: str) -> str:
    return value if len(value) <= PICTURE_CHARACTERS and _BASE64.match(value) else ""


_CLEANERS: dict[str, Callable[[str], str]] = {
    "text/plain": _terminal,
    "text/html": _bounded(clean_html, MARKUP_CHARACTERS),
    "text/markdown": _bounded(clean_markdown, MARKUP_CHARACTERS),
    "text/latex": _bounded(clean_raw, TEXT_CHARACTERS),
    "image/svg+xml": _bounded(clean_svg, DRAWING_CHARACTERS),
    "image/png": _picture,
    "image/jpeg": _picture,
    "image/gif": _picture,
}


def _joined(value: Any) -> str:
    """Text as nbformat has it: a string, or a list of its lines."""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return "".join(item for item in value if isinstance(item, str))
    return ""


def _size(output: Mapping[str, Any]) -> int:
    texts = output["data"].values() if "data" in output else (output.get("text", ""),)
    return sum(len(text) for text in texts if isinstance(text, str)) + 100


def _note(text: str) -> dict[str, Any]:
    return {"output_type": "stream", "name": "stderr", "text": text}
