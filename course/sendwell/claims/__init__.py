"""Every figure that the course states, with its source, its status and its date.

``claim("A16")`` shows a card in a notebook; ``cite("A16")`` puts figures into prose; ``arithmetic``
computes what the contradictions rest on. Nothing is read before the first call.
"""

from sendwell.claims.errors import ClaimError, UnknownIdError
from sendwell.claims.figures import Column, Figure, Status, Table
from sendwell.claims.model import (
    Claim,
    Contradiction,
    Document,
    Evidence,
    Fact,
    Kind,
    Lost,
    Registry,
    Side,
    Source,
)
from sendwell.claims.registry import (
    cite,
    claim,
    contradiction,
    load,
    load_from,
    record,
    stale,
)

__all__ = [
    "Claim",
    "ClaimError",
    "Column",
    "Contradiction",
    "Document",
    "Evidence",
    "Fact",
    "Figure",
    "Kind",
    "Lost",
    "Registry",
    "Side",
    "Source",
    "Status",
    "Table",
    "UnknownIdError",
    "cite",
    "claim",
    "contradiction",
    "load",
    "load_from",
    "record",
    "stale",
]
