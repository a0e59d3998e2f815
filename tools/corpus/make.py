"""From the text sources to JSON Lines: families, slots, ids."""

from __future__ import annotations

import itertools
import json
import random
import string
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sendwell.data import LANGUAGES, Message
from tools.build import ROOT

#: Messages from each family of templates: of the learners' part, and of what is held back.
OF_A_FAMILY = 16
OF_A_HELD_FAMILY = 10

LEARNERS = Path("course/sendwell/data")
HELD_BACK = Path("grader/heldback")
#: What is held back has sources of its own: Binder removes grader/, and with it all of them.
LEARNERS_SOURCES = Path(__file__).parent
HELD_SOURCES = ROOT / HELD_BACK / "sources"


@dataclass
class Family:
    """A family as it stands in a source file."""

    name: str
    label: str
    slots: dict[str, list[str]] = field(default_factory=dict)
    texts: list[str] = field(default_factory=list)


def read(path: Path) -> list[Family]:
    """The families of a source file, in its order; ValueError for a line of no known kind."""
    families: list[Family] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("# "):
            continue
        if line.startswith("== "):
            name, label = line[3:].split()
            families.append(Family(name, label))
        elif not families:
            raise ValueError(f"{path.name}:{number}: a text before the first family.")
        elif not path.name.startswith("templates"):
            families[-1].texts.append(line)
        elif line.startswith("> "):
            families[-1].texts.append(line[2:])
        else:
            slot, found, values = line.partition(" = ")
            if not found:
                raise ValueError(f"{path.name}:{number}: neither '> text' nor 'slot = a | b'.")
            families[-1].slots[slot] = [value.strip() for value in values.split("|")]
    return families


def render(family: Family, wanted: int) -> list[str]:
    """``wanted`` messages from the frames in turn, slots drawn by the family's name; no text twice.

    Raises ValueError where a family is too poor for the number that is wanted.
    """
    draw = random.Random(family.name)  # noqa: S311
    shuffled = [list(_fill(frame, family.slots)) for frame in family.texts]
    for texts in shuffled:
        draw.shuffle(texts)
    in_turn = [text for row in itertools.zip_longest(*shuffled) for text in row if text]
    distinct = list(dict.fromkeys(in_turn))
    if len(distinct) < wanted:
        raise ValueError(f"{family.name}: {len(distinct)} texts, {wanted} wanted.")
    return distinct[:wanted]


def _fill(frame: str, slots: dict[str, list[str]]) -> Iterator[str]:
    names = [name for _, name, _, _ in string.Formatter().parse(frame) if name]
    for values in itertools.product(*(slots[name] for name in names)):
        text = frame.format(**dict(zip(names, values, strict=True)))
        yield text[0].upper() + text[1:] if frame.startswith("{") else text


def corpus(language: str, sources: Path, of_a_family: int) -> list[Message]:
    """The messages in ``language`` from the folder ``sources``, the written ones first."""
    found: list[Message] = []
    for source, origin in (("written", "written"), ("templates", "template")):
        for family in read(sources / f"{source}-{language}.txt"):
            texts = family.texts if origin == "written" else render(family, of_a_family)
            for number, text in enumerate(texts, 1):
                name = f"{family.name}-{number:02}"
                found.append(Message(name, text, language, family.label, family.name, origin))
    return found


def lines(some: list[Message]) -> str:
    """JSON Lines: one message a line, without its language (the file's name has it)."""
    rows = ([m.id, m.text, m.label, m.family, m.origin] for m in some)
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def write(root: Path) -> list[Path]:
    """Write the files below ``root``; their paths."""
    written = []
    parts = (
        (LEARNERS, LEARNERS_SOURCES, OF_A_FAMILY),
        (HELD_BACK, HELD_SOURCES, OF_A_HELD_FAMILY),
    )
    for folder, sources, of_a_family in parts:
        for language in LANGUAGES:
            path = root / folder / f"messages-{language}.jsonl"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(lines(corpus(language, sources, of_a_family)), encoding="utf-8")
            written.append(path)
    return written
