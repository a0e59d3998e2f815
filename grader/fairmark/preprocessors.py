"""Steps for nbgrader's own converters, named in ``nbgrader_config.py``."""

from __future__ import annotations

from typing import Any

from nbgrader.preprocessors import ClearSolutions, NbGraderPreprocessor
from nbgrader.utils import is_solution


class ClearFormStubs(NbGraderPreprocessor):  # type: ignore[misc]
    """Let a form stay a form.

    A solution cell tagged ``form`` holds a blank form, which learners fill in, followed by the
    author's answers in a solution region. ClearSolutions leaves its stub in place of the region;
    running the blank form should not raise, so the stub goes too.
    """

    def preprocess_cell(
        self, cell: Any, resources: dict[str, Any], index: int
    ) -> tuple[Any, dict[str, Any]]:
        """Remove the stub from a form; any other cell stays as it is."""
        del index
        if is_solution(cell) and "form" in cell.metadata.get("tags", []):
            stub = ClearSolutions(parent=self.parent).code_stub["python"]
            kept = [line for line in cell.source.split("\n") if line.strip() != stub.strip()]
            cell.source = "\n".join(kept).rstrip()
        return cell, resources
