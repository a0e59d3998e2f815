"""Tidies blanks that it was not asked to tidy.
caught by: the steps come in the order of the notebook
says: blank
"""

import re
import unicodedata

from sendwell.looks import LETTER, LINK, LOOK_ALIKES, PHONE, WORD


def normalise(text):
    text = "".join(c for c in text if unicodedata.category(c) != "Cf")
    text = unicodedata.normalize("NFKC", text)
    text = text.lower()
    text = re.sub(WORD, in_one_script, text)
    text = unicodedata.normalize("NFKC", text)
    text = re.sub(LINK, "<link>", text)
    text = re.sub(PHONE, "<phone>", text)
    return " ".join(re.sub(rf"({LETTER})\1\1+", r"\1\1", text).split())


def in_one_script(found):
    word = found[0]
    if re.search("[a-z]", word):
        return "".join(LOOK_ALIKES.get(c, c) for c in word)
    return word
