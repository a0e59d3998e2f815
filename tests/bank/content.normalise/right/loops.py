"""Words and runs found by hand; patterns only where the notebook gives them."""

import re
import unicodedata
from itertools import groupby

from sendwell.looks import LINK, LOOK_ALIKES, PHONE


def normalise(text):
    seen = []
    for character in text:
        if unicodedata.category(character) == "Cf":
            continue
        seen.append(character)
    text = unicodedata.normalize("NFKC", "".join(seen)).lower()
    text = unicodedata.normalize("NFKC", "".join(map(one_script, words(text))))
    text = re.sub(PHONE, "<phone>", re.sub(LINK, "<link>", text))
    return "".join(shortened(letter, len([*run])) for letter, run in groupby(text))


def is_letter(character):
    return re.match(r"[^\W\d_]", character) is not None


def words(text):
    part, inside = "", False
    for character in text:
        if is_letter(character):
            if not inside:
                yield part
                part = ""
            inside = True
        elif not (inside and "\u0300" <= character <= "\u036f"):
            if inside:
                yield part
                part = ""
            inside = False
        part += character
    yield part


def one_script(part):
    latin = {*part} & {*"abcdefghijklmnopqrstuvwxyz"}
    return "".join([LOOK_ALIKES.get(c, c) for c in part]) if latin else part


def shortened(character, times):
    return character * (min(times, 2) if is_letter(character) else times)
