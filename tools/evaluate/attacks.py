"""The grader's attacks, loaded by their path; and the fixed examples that learners have of them.

``python -m tools.evaluate.attacks`` writes ``course/sendwell/data/disguised.jsonl`` again.
"""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from random import Random

from sendwell.data import LANGUAGES, messages

ROOT = Path(__file__).parent.parent.parent
GENERATORS = ROOT / "grader/suites/attacks.py"
EXAMPLES = ROOT / "course/sendwell/data/disguised.jsonl"
#: Labels that are attacked: nobody disguises an abuse from a filter for offers.
_WANTED = {"personal", "service", "invited", "abuse"}


def _load() -> Mapping[str, Callable[[str, Random], str]]:
    spec = importlib.util.spec_from_file_location("attacks", GENERATORS)
    if spec is None or spec.loader is None:
        raise ImportError(f"{GENERATORS} cannot be read as Python.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return dict(module.ATTACKS)


ATTACKS = _load()


def examples() -> Iterator[tuple[str, str, str]]:
    """For every third unwanted message of the course: its id, what was done to it, the text."""
    for language in LANGUAGES:
        some = [message for message in messages(language) if message.label not in _WANTED]
        random = Random(language)  # noqa: S311
        for message in some[::3]:
            for name, change in ATTACKS.items():
                how = "plain" if name == "clean" else name
                yield message.id, how, change(message.text, random)


def main() -> None:
    """Write the file."""
    lines = [json.dumps(row, ensure_ascii=True) for row in examples()]
    EXAMPLES.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
