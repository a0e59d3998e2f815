"""A small class that collects."""

import re
import unicodedata

import sendwell.checklist as lists
from sendwell.looks import LETTER, LINK


class Review:
    def __init__(self, draft, audience):
        self.draft, self.audience, self.found = draft, audience, []
        self.links = re.compile(LINK, re.IGNORECASE)

    def say(self, code, *pieces):
        self.found += [lists.Finding(code, piece) for piece in pieces]

    def missing(self):
        text = self.draft.text.casefold()
        if self.audience.left:
            self.say("left", "")
        if not (self.draft.sender and self.draft.sender.casefold() in text):
            self.say("sender", "")
        if all(reason not in text for reason in lists.REASONS):
            self.say("reason", "")
        if re.search(r"\bstop\b", text) is None:
            self.say("stop", "")

    def loud(self):
        text = self.links.sub(" ", self.draft.text)
        for word in re.findall(f"{LETTER}+", text):
            if word == word.upper() and word != word.lower() and len(word) > 3 and word != "STOP":
                self.say("shouting", word)
        self.say("marks", *[m[0] for m in re.finditer(r"[!?]{2,}", text)])
        signs = [c for c in text if unicodedata.category(c) == "So"]
        self.say("emoji", *["".join(signs)] * (len(signs) > 3))


def review_my_message(draft, audience):
    review = Review(draft, audience)
    if not audience.asked:
        review.say("not-asked", "")
        return review.found
    review.missing()
    review.say("links", *review.links.findall(draft.text)[1:])
    review.say("attachment", *filter(None, [draft.attachment]))
    review.loud()
    return review.found
