"""Asks whether the message is mixed, not the word.
caught by: look-alike letters change in mixed words only
says: word by word
"""

import re
import unicodedata

from sendwell.looks import LETTER, LINK, LOOK_ALIKES, PHONE


def normalise(text):
    text = "".join(c for c in text if unicodedata.category(c) != "Cf")
    text = unicodedata.normalize("NFKC", text)
    text = text.lower()
    if re.search("[a-z]", text):
        text = "".join(LOOK_ALIKES.get(c, c) for c in text)
    text = unicodedata.normalize("NFKC", text)
    text = re.sub(LINK, "<link>", text)
    text = re.sub(PHONE, "<phone>", text)
    return re.sub(rf"({LETTER})\1\1+", r"\1\1", text)
