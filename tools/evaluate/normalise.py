"""One spelling for what looks the same: the reference's first step, in plain Python."""

from __future__ import annotations

import re
import unicodedata

#: Cyrillic and Greek letters that look like Latin ones; used only in words that mix scripts.
LOOK_ALIKES = dict(
    zip(
        map(ord, "авсԁеɡһіјκӏмոорԛгѕтυѵԝхуαοιν"),
        "abcdeghijklmnopqrstuvwxyaoiv",
        strict=True,
    )
)
_LINK = re.compile(
    r"(?:https?://|www\.)\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|net|org|example|test|it|uk)\b(?:/\S*)?"
)
_PHONE = re.compile(r"\+?\d(?:[ ()-]?\d){6,14}")
#: Where a number may begin: much quicker to look for than a telephone number.
_DIGITS = re.compile(r"\d(?:[ ()-]?\d){6}")
_STRETCHED_ASCII = re.compile(r"([a-z])\1\1+")
_STRETCHED = re.compile(r"([^\W\d_])\1{2,}")
_OTHER_LETTERS = re.compile(r"[^\W\d_a-z]+")
_WORD = re.compile(r"[^\W\d_]+")


def normalise(text: str) -> str:
    """``text`` without what only changes its looks.

    Compatibility forms (NFKC), invisible characters (category Cf) gone, case folded, look-alike
    letters mapped within words that also hold a letter from a to z, three or more of a letter
    made two, links and phone numbers as ``<link>`` and ``<phone>``. Accents stay.
    """
    if not text.isascii():
        text = "".join(c for c in text if unicodedata.category(c) != "Cf")
        text = unicodedata.normalize("NFKC", text.casefold()).casefold()
        if _OTHER_LETTERS.search(text):
            text = _WORD.sub(_one_script, text)
    else:
        text = text.lower()
    if "." in text:
        text = _LINK.sub("<link>", text)
    if _DIGITS.search(text):
        text = _PHONE.sub("<phone>", text)
    return (_STRETCHED_ASCII if text.isascii() else _STRETCHED).sub(r"\1\1", text)


def _one_script(found: re.Match[str]) -> str:
    word = found[0]
    return word.translate(LOOK_ALIKES) if any("a" <= c <= "z" for c in word) else word
