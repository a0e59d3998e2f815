"""Forgets the look-alike letters.
caught by: look-alike letters change in mixed words only
says: cyrillic
"""

import re
import unicodedata

from sendwell.looks import LETTER, LINK, PHONE


def normalise(text):
    text = "".join(c for c in text if unicodedata.category(c) != "Cf")
    text = unicodedata.normalize("NFKC", text)
    text = text.lower()
    text = unicodedata.normalize("NFKC", text)
    text = re.sub(LINK, "<link>", text)
    text = re.sub(PHONE, "<phone>", text)
    return re.sub(rf"({LETTER})\1\1+", r"\1\1", text)
