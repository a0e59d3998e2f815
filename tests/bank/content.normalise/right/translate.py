"""Tables for str.translate, and compiled patterns."""

import re
import sys
import unicodedata

from sendwell.looks import LINK, LOOK_ALIKES, PHONE, WORD

INVISIBLE = {n: None for n in range(sys.maxunicode + 1) if unicodedata.category(chr(n)) == "Cf"}
ALIKE = str.maketrans(LOOK_ALIKES)
STRETCHED = re.compile(r"([^\W\d_])\1{2,}")


def normalise(text):
    text = unicodedata.normalize("NFKC", text.translate(INVISIBLE)).lower()
    text = re.compile(WORD).sub(
        lambda m: m[0].translate(ALIKE) if any("a" <= c <= "z" for c in m[0]) else m[0], text
    )
    text = unicodedata.normalize("NFKC", text)
    for pattern, token in ((LINK, "<link>"), (PHONE, "<phone>")):
        text = re.sub(pattern, token, text)
    return STRETCHED.sub(lambda m: m[1] * 2, text)
