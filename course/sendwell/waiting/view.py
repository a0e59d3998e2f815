"""``reasons(globals(), "causes")``: for each line that is right, why, and what else is right."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sendwell.reports.view import Reasons, letter_reasons
from sendwell.waiting.questions import FORMS


def reasons(names: Mapping[str, Any], form: str) -> Reasons:
    """Say why the right lines of a form in ``names`` (``globals()``) are right.

    ``form`` is "causes", "order" or "conclusions". Lines that are wrong or blank get their number
    only. Raises KeyError for another form.
    """
    return letter_reasons(FORMS[form], names.get(form))
