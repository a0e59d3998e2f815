"""Takes half of its own number for a code.
caught by: codes: six digits that stand alone
says: Half of your own number is no code
"""

import re


def redact(text, case):
    def change(found):
        own = re.sub(r"[ .-]", "", found[0]) == case.number
        return found[0] if own else "[number]"

    text = re.sub(r"\+\d(?:[ .-]?\d){7,14}", change, text)
    text = re.sub(r"\b(?:\d{6}|\d{3}[ -]\d{3})\b", "[code]", text)
    for name in sorted(case.others, key=len, reverse=True):
        text = re.sub(rf"\b{re.escape(name)}\b", "[name]", text, flags=re.IGNORECASE)
    return text
