"""A list of steps, each a small function; the stretched letters shortened one at a time."""

import functools
import re
import unicodedata

from sendwell import looks

FORM = functools.partial(unicodedata.normalize, "NFKC")


def visible(text):
    return "".join(filter(lambda c: unicodedata.category(c) not in {"Cf"}, text))


def alike(text):
    found = [*re.finditer(looks.WORD, text)]
    for match in reversed(found):
        if re.search(r"[a-z]", match.group()):
            new = "".join(looks.LOOK_ALIKES.get(c, c) for c in match.group())
            text = text[: match.start()] + new + text[match.end() :]
    return text


def shorter(text):
    kept = ""
    for character in text:
        if kept[-2:] == character * 2 and re.fullmatch(looks.LETTER, character):
            continue
        kept += character
    return kept


STEPS = [
    visible,
    FORM,
    str.lower,
    alike,
    FORM,
    lambda text: re.sub(looks.LINK, "<link>", text),
    lambda text: re.sub(looks.PHONE, "<phone>", text),
    shorter,
]


def normalise(text):
    return functools.reduce(lambda so_far, step: step(so_far), STEPS, text)
