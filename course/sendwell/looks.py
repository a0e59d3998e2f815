"""What looks the same and is not: letters of other alphabets, and what a link or number looks like.

Module m04's exercises print what stands here.
"""

from __future__ import annotations

import re
import unicodedata

from sendwell.checks.answers import answers

#: Small Cyrillic and Greek letters that look like Latin ones, in one case or the other.
LOOK_ALIKES = dict(
    zip(
        "авеікмноԛрѕтԁухһјӏԝсαεικορτυχ",
        "abeikmhoqpstdyxhjlwcaeikoptux",
        strict=True,
    )
)
#: A letter of any alphabet, and a word: letters in a row, with accents that are still apart.
LETTER = r"[^\W\d_]"
WORD = rf"(?:{LETTER}[\u0300-\u036f]*)+"
#: Links: what follows ``://`` or ``www.``, or an address with one of four endings.
LINK = r"\b\w+://\S+|\bwww\.\S+|(?<![\w.-])[\w.-]*[\w-]\.(?:com|net|org|example)\b(?:/\S*)?"
#: Telephone numbers: 9 to 15 digits, up to two blanks, hyphens or brackets between any two.
PHONE = r"(?<!\w)\+?\d(?:[ ()-]{0,2}\d){8,14}(?!\w)"

_TABLE = str.maketrans(LOOK_ALIKES)
_ALIKE = re.compile(f"[{''.join(LOOK_ALIKES)}]")
_WORD = re.compile(WORD)
_LATIN = re.compile("[a-z]")
_LINK = re.compile(LINK)
#: What every link has one of: quicker to look for than the link itself.
_LINK_MARKS = ("://", "www.", ".com", ".net", ".org", ".example")
_PHONE = re.compile(PHONE)
#: Where a telephone number may begin: quicker to look for than the number itself.
_DIGITS = re.compile(r"\d[ ()-]{0,2}\d[ ()-]{0,2}\d[ ()-]{0,2}\d")
_STRETCHED = re.compile(rf"({LETTER})\1\1+")
_STRETCHED_ASCII = re.compile(r"([a-z])\1\1+")


@answers("content.normalise")
def one_spelling(text: str) -> str:
    """``text`` without what only changes its looks: the contract of m04's first exercise.

    Unicode's category Cf is gone; compatibility forms (NFKC) and case are one; look-alike letters
    are Latin in words that also hold a letter from a to z; links and telephone numbers are
    ``<link>`` and ``<phone>``; three or more of a letter are two. Doing it again changes nothing.
    """
    plain = text.isascii()
    if plain:
        text = text.lower()
    else:
        text = "".join([c for c in text if unicodedata.category(c) != "Cf"])
        text = unicodedata.normalize("NFKC", text).lower()
        if _ALIKE.search(text):
            text = _WORD.sub(_in_one_script, text)
        text = unicodedata.normalize("NFKC", text)  # a new letter may take its accent
    if any(map(text.__contains__, _LINK_MARKS)):
        text = _LINK.sub("<link>", text)
    if _DIGITS.search(text):
        text = _PHONE.sub("<phone>", text)
    return (_STRETCHED_ASCII if plain else _STRETCHED).sub(r"\1\1", text)


def _in_one_script(found: re.Match[str]) -> str:
    word = found[0]
    return word.translate(_TABLE) if _LATIN.search(word) else word
