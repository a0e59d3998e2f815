"""What can be wrong with a claim."""

from __future__ import annotations


class ClaimError(Exception):
    """A wrong entry of the registry, or an id, figure or name that is not there.

    ``file`` names the data file ("" where no file is to blame), ``id`` (given as ``key``) the entry
    ("" where the whole file is), ``reason`` is one sentence.
    """

    def __init__(self, reason: str, *, key: str = "", file: str = "") -> None:
        """Keep the parts, and join them for the message."""
        self.reason = reason
        self.id = key
        self.file = file
        super().__init__(": ".join(part for part in (file, key, reason) if part))


class UnknownIdError(ClaimError):
    """No record of the registry has this id."""

    def _render_traceback_(self) -> list[str]:
        """What a notebook shows: a mistyped id is no reason for the way through our code."""
        return [str(self)]
