"""The forms of a decide notebook: blank, as the author filled them in, or with a mistake."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from sendwell.checks import Verdict, check

_REGION = re.compile(r"### BEGIN SOLUTION\n(\w+ = .*?)### END SOLUTION", re.DOTALL)
_FORM = re.compile(r"tags: \[form\]\n---\n(.*?)### BEGIN SOLUTION", re.DOTALL)
_FOLDED = re.compile(r"```python\n(.*?)```", re.DOTALL)


class Decide:
    """The decide notebook of ``module``, whose suites are called ``suites.<form>``.

    ``right`` and ``blank`` are what its forms define.
    """

    def __init__(self, module: str, suites: str) -> None:
        self.source = Path(__file__).parents[2] / "solutions" / module / "decide.md"
        self.text = self.source.read_text(encoding="utf-8")
        self.suites = suites
        self.right, self.blank = self._defined(_REGION), self._defined(_FORM)

    def _defined(self, pattern: re.Pattern[str]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for code in pattern.findall(self.text):
            exec(code, found)
        found.pop("__builtins__")
        return found

    def failed(self, suite: str, changes: dict[str, Any]) -> dict[int, str]:
        """What is said of each check that fails, by its place from 0."""
        results = check(suite, self.right | changes).results
        return {i: r.message for i, r in enumerate(results) if r.verdict is not Verdict.PASSED}

    def told(self, form: str, number: int, answer: str) -> str:
        """What the check of a line says to ``answer``; "" if right. No other line may fail."""
        text = re.sub(rf"(?m)^{number}\. .*", f"{number}. {answer}", self.right[form])
        caught = self.failed(f"{self.suites}.{form}", {form: text})
        assert set(caught) <= {number - 1}
        return caught.get(number - 1, "")

    def folded_away(self) -> list[str]:
        """The blank forms that a reader can unfold; they must be `forms`."""
        return _FOLDED.findall(self.text)

    def forms(self) -> list[str]:
        """The blank forms in the notebook's cells."""
        return _FORM.findall(self.text)
