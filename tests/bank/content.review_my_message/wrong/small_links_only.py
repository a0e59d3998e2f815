"""Sees links in small letters only.
caught by: links after the first, and an attachment
says: as they are written
"""

import re
import unicodedata

from sendwell.checklist import REASONS, Finding
from sendwell.looks import LETTER, LINK


def review_my_message(draft, audience):
    if not audience.asked:
        return [Finding("not-asked")]
    text = draft.text.lower()
    found = []
    if audience.left > 0:
        found.append(Finding("left"))
    if draft.sender == "" or draft.sender.lower() not in text:
        found.append(Finding("sender"))
    if not any(reason in text for reason in REASONS):
        found.append(Finding("reason"))
    if not re.search(r"\bstop\b", text):
        found.append(Finding("stop"))
    for link in re.findall(LINK, draft.text)[1:]:
        found.append(Finding("links", link))
    if draft.attachment:
        found.append(Finding("attachment", draft.attachment))
    rest = re.sub(LINK, " ", draft.text, flags=re.IGNORECASE)
    for word in re.findall(f"{LETTER}+", rest):
        if word.isupper() and len(word) >= 4 and word != "STOP":
            found.append(Finding("shouting", word))
    for run in re.findall("[!?]{2,}", rest):
        found.append(Finding("marks", run))
    emoji = "".join(c for c in rest if unicodedata.category(c) == "So")
    if len(emoji) > 3:
        found.append(Finding("emoji", emoji))
    return found
