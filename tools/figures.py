"""Figures about the platform in prose: they come from claims, or the build fails.

``{claim}`A16``` is a claim's label, "(A16, unverified)". ``{figure}`A16:threshold``` is one of its
figures in words, ``{number}`P38:first_tier``` the number alone; both need the claim's label in the
same paragraph, list item or table row, so that no figure stands without its status.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sendwell.claims import Figure, record
from sendwell.claims.words import bare, label, quantity

ROLE = re.compile(r"\{(\w+)\}`([^`]*)`")

_PLATFORM = re.compile(r"\b(WhatsApp|Meta|the platform)\b")
_CODE = re.compile(r"^(```|~~~).*?^\1[^\n]*$", re.MULTILINE | re.DOTALL)
_BARE = (
    "'{figure}' is a bare figure about the platform. Take it from a claim, "
    "{{figure}}`ID:name`, with its label, {{claim}}`ID`."
)
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"*)]*\s+")
_NEW_BLOCK = re.compile(r"\s*([-*|#]|\d+\.) ?")
#: Numbers that are no figures: clock times, references within the course, list numbers, code,
#: links.
_NO_FIGURE = re.compile(
    r"\b\d{1,2}:\d\d\b|\b(part|row|question|goal|step|exercise|module|hint)s? \d+( (to|and) \d+)?"
    r"|^\s*\d+\.|`[^`]*`|\]\([^)]*\)|\bm\d\d\b",
    re.IGNORECASE,
)


def claim_label(argument: str) -> str:
    """The label of a claim, for behind what it says."""
    return label(record(argument))


def claim_figure(argument: str) -> str:
    """A figure of a claim in words: ``A16:threshold``."""
    return bare(_figure(argument))


def claim_number(argument: str) -> str:
    """A figure's number alone, written as in words: ``P38:second_tier``."""
    figure = _figure(argument)
    return quantity(figure.number, figure.unit).split(" ")[0]


def claims_in(text: str) -> Iterator[str]:
    """The ids that the roles in ``text`` name."""
    for name, argument in ROLE.findall(text):
        if name in {"claim", "figure", "number"}:
            yield argument.partition(":")[0]


def bare_figures(text: str) -> Iterator[tuple[int, str]]:
    """(line from 1, message) for each figure in a Markdown text that lacks its claim's label."""
    for line, block in _blocks(_CODE.sub(lambda code: "\n" * code.group().count("\n"), text)):
        labels = {argument for name, argument in ROLE.findall(block) if name == "claim"}
        for name, argument in ROLE.findall(block):
            if name in {"figure", "number"} and argument.partition(":")[0] not in labels:
                identity = argument.partition(":")[0]
                yield line, f"{argument} needs its label in the same passage: {{claim}}`{identity}`"
        for sentence in [] if labels else _SENTENCE_END.split(ROLE.sub("", block)):
            words = _NO_FIGURE.sub("", sentence)
            if _PLATFORM.search(words) and (found := re.search(r"\d[\d.,]*", words)):
                yield line, _BARE.format(figure=found.group())


def _figure(argument: str) -> Figure:
    identity, _, name = argument.partition(":")
    claim = record(identity)
    for figure in claim.figures:
        if figure.name == name:
            return figure
    known = ", ".join(figure.name for figure in claim.figures)
    raise ValueError(f"{identity} has no figure {name!r}; it has: {known}")


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    """Paragraphs, list items and table rows, each with the line on which it begins."""
    block, start = "", 0
    for number, line in enumerate([*text.split("\n"), ""], start=1):
        if block and (not line.strip() or _NEW_BLOCK.match(line)):
            yield start, block
            block = ""
        if line.strip():
            start = start if block else number
            block += line + "\n"
