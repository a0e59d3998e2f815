"""The SMS Spam Collection: fetched when asked for, checked, filtered for a classroom.

SMS Spam Collection v.1, T. A. Almeida and J. M. Gómez Hidalgo, UCI Machine Learning Repository,
data set 228, CC BY 4.0. It is not part of this course: it lies in your cache, or where the
environment variable SENDWELL_SMS_SPAM says.
"""

from __future__ import annotations

import hashlib
import logging
import os
import re
from pathlib import Path
from typing import Any

from sendwell.data.model import Message

ADDRESS = "https://archive.ics.uci.edu/static/public/228/sms+spam+collection.zip"
MEMBER = "SMSSpamCollection"
#: The sum of the text file inside the archive.
SHA256 = "7d039a24a6083ed9ef0f806ebad56bbb976e3aeb8de05669173bfdc4996c239d"
#: The environment variable that names a copy of the text file.
COPY = "SENDWELL_SMS_SPAM"

#: Both kinds of the collection in the words of the corpus. Its spam mixes offers and scams.
_LABELS = {"ham": "personal", "spam": "uninvited"}

#: Beginnings of words that a classroom does without: sex, swearing, drugs. Words for people are
#: among them where this collection has them in adult adverts or as an insult.
_ADULT = re.compile(
    r"\b(?:sex|xxx|porn|nude|naked|erot|horny|orgasm|masturb|fuck|fck|shit|bitch|bastard|cunt|"
    r"dick|cock\b|cocks\b|pussy|tits|boob|breast|wank|slut|whore|rape|adult|18\+|virgin|condom|"
    r"lesbian|gay|dogging|kinky|spank|strip|lick|cum\b|hardcore|panties|bra\b|sexy|aroused?|"
    r"weed\b|cocaine|heroin|ecstasy|babe|hot live|flirt|singles\b|dating)",
    re.IGNORECASE,
)


class NoCollectionError(Exception):
    """The collection is not there: its message says what to do."""


def sms_spam(*, classroom: bool = True) -> tuple[Message, ...]:
    """The SMS Spam Collection, in the order of its file.

    'ham' becomes 'personal' and 'spam' becomes 'uninvited'. The family of a message is its text
    with case, digits and marks taken away, so that copies stay together in a split. ``classroom``
    leaves out what holds adult words. Raises NoCollectionError where it can neither be read nor
    fetched, or is not the file that it should be.
    """
    path = Path(os.environ[COPY]) if os.environ.get(COPY) else _fetch()
    try:
        content = path.read_bytes()
    except OSError as error:
        raise NoCollectionError(
            f"{path} cannot be read ({error.strerror}). Is {COPY} right?"
        ) from None
    if hashlib.sha256(content).hexdigest() != SHA256:
        raise NoCollectionError(
            f"{path} is not the SMS Spam Collection v.1: its checksum differs. "
            "Delete it and try again, or go on with messages()."
        )
    some = _read(content.decode("utf-8"))
    return tuple(m for m in some if not classroom or not _ADULT.search(m.text))


def _read(text: str) -> list[Message]:
    found = []
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            kind, _, said = line.rstrip("\r").partition("\t")
            family = "sms-" + hashlib.sha256(_bare(said).encode()).hexdigest()[:12]
            found.append(Message(f"sms-{number:04}", said, "en", _LABELS[kind], family, "sms-spam"))
    return found


def _bare(text: str) -> str:
    return " ".join(re.findall(r"[^\W\d_]+", text.lower()))


def _fetch() -> Path:
    """From pooch's cache, or from UCI into it."""
    import pooch  # noqa: PLC0415

    pooch.get_logger().setLevel(logging.WARNING)
    try:
        unpacked: list[Any] = pooch.retrieve(
            ADDRESS,
            known_hash=None,  # what is inside is checked, not how it was packed
            fname="sms-spam-collection.zip",
            path=pooch.os_cache("sendwell"),
            processor=pooch.Unzip(members=[MEMBER]),
            progressbar=_Progress(),
        )
    except Exception as error:
        raise NoCollectionError(
            f"The SMS Spam Collection could not be fetched ({type(error).__name__}). Is there a "
            f"network? You can set {COPY} to a copy, or go on with messages(): no exercise "
            "needs the collection."
        ) from None
    return Path(unpacked[0])


class _Progress:
    """A line that pooch keeps up to date; what it asks of a progress bar."""

    def __init__(self) -> None:
        self.total = 0
        self._done = 0

    def update(self, size: int) -> None:
        """Count ``size`` more bytes."""
        self._done += size
        print(f"\rSMS Spam Collection: {self._done // 1024} kB", end="")

    def reset(self) -> None:
        """Begin again."""
        self._done = 0

    def close(self) -> None:
        """End the line."""
        print()
