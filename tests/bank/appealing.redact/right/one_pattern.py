import re

PLAIN = re.compile(r"(?P<number>\+\d(?:[ .-]?\d){7,14})|\b(?:\d{6}|\d{3}[ -]\d{3})\b")


def redact(text, case):
    """The text without other people's numbers and names, and without codes."""

    def change(found):
        if found["number"] is None:
            return "[code]"
        if re.sub(r"[ .-]", "", found[0]) == case.number:
            return found[0]
        return "[number]"

    text = PLAIN.sub(change, text)
    for name in sorted(case.others, key=len, reverse=True):
        text = re.sub(rf"\b{re.escape(name)}\b", "[name]", text, flags=re.IGNORECASE)
    return text
