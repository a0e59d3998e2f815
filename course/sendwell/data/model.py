"""A message with its label."""

from __future__ import annotations

from dataclasses import dataclass

from sendwell.checks.values import record

LANGUAGES = ("en", "it")
ORIGINS = ("written", "template")

#: What a message may be; LABELS.md says which is which.
LABELS = (
    "personal",
    "service",
    "invited",
    "uninvited",
    "scam-parcel",
    "scam-bank",
    "scam-family",
    "scam-job",
    "scam-prize",
    "scam-investment",
    "scam-code",
    "scam-other",
    "abuse",
)


@record
@dataclass(frozen=True)
class Message:
    """One message.

    ``id`` is unique; ``language`` is one of LANGUAGES; ``label`` one of LABELS; ``family`` names
    the messages that belong together, for a fair split; ``origin`` says how it came to be (one of
    ORIGINS, or 'sms-spam' for the SMS Spam Collection).
    """

    id: str
    text: str
    language: str
    label: str
    family: str
    origin: str
