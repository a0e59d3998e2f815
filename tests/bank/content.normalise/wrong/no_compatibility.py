"""Composes letters, but leaves compatibility forms (NFC).
caught by: one form and one case
says: compatibility
"""

import re
import unicodedata

from sendwell.looks import LETTER, LINK, LOOK_ALIKES, PHONE, WORD


def normalise(text):
    text = "".join(c for c in text if unicodedata.category(c) != "Cf")
    text = unicodedata.normalize("NFC", text)
    text = text.lower()
    text = re.sub(WORD, in_one_script, text)
    text = re.sub(LINK, "<link>", text)
    text = re.sub(PHONE, "<phone>", text)
    return re.sub(rf"({LETTER})\1\1+", r"\1\1", text)


def in_one_script(found):
    word = found[0]
    if re.search("[a-z]", word):
        return "".join(LOOK_ALIKES.get(c, c) for c in word)
    return word
