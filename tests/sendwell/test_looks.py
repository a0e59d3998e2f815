"""One spelling: what changes, what stays, and that doing it twice changes nothing more."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random

import pytest

from sendwell.data import messages
from sendwell.looks import LOOK_ALIKES, one_spelling

ROOT = Path(__file__).parent.parent.parent


@pytest.mark.parametrize(
    ("text", "spelling"),
    [
        ("\uff26\uff52\uff45\uff45", "free"),
        ("fr\u200bee", "free"),
        ("fr\u0435e", "free"),
        ("\u043c\u0430\u043c\u0430", "\u043c\u0430\u043c\u0430"),
        ("soooo", "soo"),
        ("see", "see"),
        ("perché", "perché"),
        ("at https://shop.example/x now", "at <link> now"),
        ("call +44 7700 900123", "call <phone>"),
        ("a code: 404-118", "a code: 404-118"),
        ("at 10:30 on 24 May", "at 10:30 on 24 may"),
    ],
)
def test_what_looks_the_same_gets_one_spelling(text: str, spelling: str) -> None:
    assert one_spelling(text) == spelling


def test_doing_it_again_changes_nothing() -> None:
    parts = "aaawww..://comnethttpps123456789012 ()-+éеоİΣßﬁＷ\u200b\u0307\u0323<>_\n/ῼǅʹ"
    random = Random(1)
    texts = ["".join(random.choices(parts, k=random.randrange(1, 24))) for _ in range(5_000)]
    for text in [*texts, *(message.text for message in messages())]:
        once = one_spelling(text)
        assert one_spelling(once) == once, ascii(text)


def test_hidden_letters_of_an_alphabet_of_its_own_stay() -> None:
    for text in ("\u0441\u043e\u043a", "\u03ba\u03b1\u03b9"):
        assert one_spelling(text) == text


def test_the_notebook_prints_the_map() -> None:
    source = (ROOT / "solutions/m04-content/build.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (?:Cyrillic|Greek) \| `(.*)` \| `(.*)` \|$", source, re.MULTILINE)
    printed = [pair for one, other in rows for pair in zip(one.split(), other.split(), strict=True)]
    assert dict(printed) == LOOK_ALIKES
    assert len(printed) == len(LOOK_ALIKES)
