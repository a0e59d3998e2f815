"""The corpus: large enough, varied, fictional, and never shared with what is held back."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

from sendwell.data import LABELS, LANGUAGES, ORIGINS, Message, messages
from sendwell.data import corpus as reader
from tools.build import ROOT
from tools.corpus.make import write

NUMBER = re.compile(r"\+?\d[\d ()./-]{7,}\d")
AMOUNT = re.compile(r"\d{1,3}(\.\d{3})+")
FICTION = re.compile(r"(\+44 7700|07700) 900\d{3}|020 7946 0\d{3}")
HOST = re.compile(r"\b(?:https?://|www\.)([^\s/]+)|\b([\w-]+\.(?:com|net|org|it|info|io|ly|uk))\b")
EXAMPLE = re.compile(r"([\w-]+\.)*example\.(com|net|org)")


def _heldback() -> ModuleType:
    path = ROOT / "grader/suites/heldback.py"
    spec = importlib.util.spec_from_file_location("heldback_for_test", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


HELD: dict[str, tuple[Message, ...]] = {one: _heldback().held_back(one) for one in LANGUAGES}
EVERYTHING = [*messages(), *HELD["en"], *HELD["it"]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_600_and_a_third_are_written_one_by_one(language: str) -> None:
    some = messages(language)
    assert len(some) >= 600
    assert sum(message.origin == "written" for message in some) * 3 >= len(some)
    assert {message.language for message in some} == {language}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_label_is_there(language: str) -> None:
    counts = Counter(message.label for message in messages(language))
    assert set(counts) == set(LABELS)
    assert min(counts[label] for label in ("personal", "service", "invited", "uninvited")) >= 80
    assert min(counts.values()) >= 5


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_held_back_has_families_of_its_own_and_every_label(language: str) -> None:
    ours = {message.family for message in messages(language)}
    assert not ours & {message.family for message in HELD[language]}
    assert {message.label for message in HELD[language]} == set(LABELS)


def test_ids_and_texts_are_unique_also_with_what_is_held_back() -> None:
    assert len({message.id for message in EVERYTHING}) == len(EVERYTHING)
    texts = Counter(" ".join(message.text.casefold().split()) for message in EVERYTHING)
    assert [text for text, times in texts.items() if times > 1] == []


def test_a_family_has_one_label_language_and_origin() -> None:
    kinds = {(m.family, m.label, m.language, m.origin) for m in EVERYTHING}
    assert len(kinds) == len({message.family for message in EVERYTHING})
    assert {message.origin for message in EVERYTHING} == set(ORIGINS)


def test_no_number_or_address_is_a_real_one() -> None:
    numbers = [found for m in EVERYTHING for found in NUMBER.findall(m.text)]
    numbers = [one for one in numbers if not AMOUNT.fullmatch(one)]
    assert len(numbers) > 20
    assert [one for one in numbers if not FICTION.fullmatch(one)] == []
    hosts = [a or b for m in EVERYTHING for a, b in HOST.findall(m.text)]
    assert len(hosts) > 50
    assert [one for one in hosts if not EXAMPLE.fullmatch(one)] == []


def _grams(text: str) -> set[str]:
    bare = " ".join(text.lower().split())
    return {bare[i : i + 4] for i in range(len(bare) - 3)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_written_messages_are_no_near_duplicates(language: str) -> None:
    some = [m.text for m in (*messages(language), *HELD[language]) if m.origin == "written"]
    grams = [_grams(text) for text in some]
    alike = [
        (some[i], some[j])
        for i, one in enumerate(grams)
        for j, other in enumerate(grams[:i])
        if len(one & other) > 0.3 * len(one | other)
    ]
    assert alike == []


def test_no_slot_is_left_open_and_no_space_is_lost() -> None:
    odd = re.compile(r"[{}|]|  |^\s|\s$")
    assert [message.text for message in EVERYTHING if odd.search(message.text)] == []


def test_both_languages_in_a_fixed_order_and_no_other() -> None:
    assert messages() == messages("en") + messages("it")
    with pytest.raises(ValueError, match="'de'"):
        messages("de")
    with pytest.raises(ValueError, match="'de'"):
        _heldback().held_back("de")


def test_loading_is_quick() -> None:
    def seconds() -> float:
        reader._of.cache_clear()
        start = time.perf_counter()
        messages()
        return time.perf_counter() - start

    a_message = min(seconds() for _ in range(5)) / len(messages())
    assert a_message * 2_000 < 0.05


def test_nothing_is_read_or_fetched_at_import() -> None:
    code = (
        "import sys, sendwell.data as d; from sendwell.data.corpus import _of; "
        "assert _of.cache_info().currsize == 0; assert 'pooch' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_files_are_what_their_sources_give(tmp_path: Path) -> None:
    for path in write(tmp_path):
        committed = ROOT / path.relative_to(tmp_path)
        assert path.read_bytes() == committed.read_bytes(), "Run: python -m tools.corpus"


def test_the_data_sheet_states_the_sizes() -> None:
    sheet = (ROOT / "course/sendwell/data/README.md").read_text(encoding="utf-8")
    sizes = [len(messages(one)) for one in LANGUAGES]
    written = [sum(m.origin == "written" for m in messages(one)) for one in LANGUAGES]
    held = [len(HELD[one]) for one in LANGUAGES]
    assert f"| learners' part | {sizes[0]} | {sizes[1]} |" in sheet
    assert f"| of these written one by one | {written[0]} | {written[1]} |" in sheet
    assert f"| held back, for grading | {held[0]} | {held[1]} |" in sheet


def test_the_labelling_guide_names_every_label() -> None:
    guide = (ROOT / "course/sendwell/data/LABELS.md").read_text(encoding="utf-8")
    assert [label for label in LABELS if f"`{label}`" not in guide] == []


def test_the_hard_cases_of_the_guide_are_messages_with_that_label() -> None:
    guide = (ROOT / "course/sendwell/data/LABELS.md").read_text(encoding="utf-8")
    cases = re.findall(r"^\| (.+?) \| `([a-z-]+)` \|", guide.partition("## Hard")[2], re.MULTILINE)
    assert len(cases) >= 7
    ours = messages("en")
    assert [
        text
        for text, label in cases
        if not any(m.text.startswith(text) and m.label == label for m in ours)
    ] == []


def test_no_file_outside_the_graders_folder_holds_what_is_held_back() -> None:
    sources = "".join(p.read_text(encoding="utf-8") for p in (ROOT / "tools/corpus").glob("*.txt"))
    assert messages("en")[0].text in sources
    held = [m for one in LANGUAGES for m in HELD[one]]
    assert [m.id for m in held if m.text in sources or f"== {m.family} " in sources] == []
