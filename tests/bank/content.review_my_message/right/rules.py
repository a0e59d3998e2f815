"""A list of small rules, each giving the pieces that it objects to."""

import re
import unicodedata

from sendwell.checklist import REASONS, Finding
from sendwell.looks import LINK


def unless(true):
    return [] if true else [""]


RULES = [
    ("left", lambda d, a, rest: unless(a.left == 0)),
    ("sender", lambda d, a, rest: unless(d.sender and d.sender.lower() in d.text.lower())),
    ("reason", lambda d, a, rest: unless(any(r in d.text.lower() for r in REASONS))),
    ("stop", lambda d, a, rest: unless(re.search(r"\bstop\b", d.text, re.IGNORECASE))),
    ("links", lambda d, a, rest: re.findall(LINK, d.text, re.IGNORECASE)[1:]),
    ("attachment", lambda d, a, rest: [d.attachment] if d.attachment else []),
    ("shouting", lambda d, a, rest: [w for w in letters(rest) if w.isupper() and w != "STOP"]),
    ("marks", lambda d, a, rest: re.findall("[!?]{2,}", rest)),
    ("emoji", lambda d, a, rest: too_many(rest)),
]


def letters(text):
    return re.findall(r"(?<![^\W\d_])[^\W\d_]{4,}", text)


def too_many(text):
    signs = "".join(filter(lambda c: unicodedata.category(c) == "So", text))
    return [signs] if len(signs) >= 4 else []


def review_my_message(draft, audience):
    if not audience.asked:
        return [Finding(code="not-asked", piece="")]
    rest = re.sub(f"(?i:{LINK})", " ", draft.text)
    return [Finding(code, piece) for code, rule in RULES for piece in rule(draft, audience, rest)]
