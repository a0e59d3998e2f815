"""fairmark: grade Jupyter notebooks of strangers, for any nbgrader course."""

import sys

# jsonschema would import this if it is there: a grammar for international addresses, which no
# notebook holds, and which takes more than a second to compile.
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]

from fairmark.unseen import check_unseen  # noqa: E402

__all__ = ["check_unseen"]
