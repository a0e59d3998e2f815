"""Changes look-alike letters in every word, real Russian and Greek ones too.
caught by: look-alike letters change in mixed words only
says: real word
"""

import re
import unicodedata

from sendwell.looks import LETTER, LINK, LOOK_ALIKES, PHONE


def normalise(text):
    text = "".join(c for c in text if unicodedata.category(c) != "Cf")
    text = unicodedata.normalize("NFKC", text)
    text = text.lower()
    text = "".join(LOOK_ALIKES.get(c, c) for c in text)
    text = unicodedata.normalize("NFKC", text)
    text = re.sub(LINK, "<link>", text)
    text = re.sub(PHONE, "<phone>", text)
    return re.sub(rf"({LETTER})\1\1+", r"\1\1", text)
