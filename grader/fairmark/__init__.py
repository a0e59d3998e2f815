"""fairmark: grade Jupyter notebooks of strangers, for any nbgrader course."""

from fairmark.unseen import check_unseen

__all__ = ["check_unseen"]
