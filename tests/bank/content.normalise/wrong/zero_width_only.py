"""Takes out one invisible character, not all of them.
caught by: what nobody sees is taken out
says: invisible
"""

import re
import unicodedata

from sendwell.looks import LETTER, LINK, LOOK_ALIKES, PHONE, WORD


def normalise(text):
    text = text.replace("\u200b", "")
    text = unicodedata.normalize("NFKC", text)
    text = text.lower()
    text = re.sub(WORD, in_one_script, text)
    text = unicodedata.normalize("NFKC", text)
    text = re.sub(LINK, "<link>", text)
    text = re.sub(PHONE, "<phone>", text)
    return re.sub(rf"({LETTER})\1\1+", r"\1\1", text)


def in_one_script(found):
    word = found[0]
    if re.search("[a-z]", word):
        return "".join(LOOK_ALIKES.get(c, c) for c in word)
    return word
