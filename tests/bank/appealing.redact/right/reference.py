import re

NUMBER = r"(\+\d(?:[ .-]?\d){7,14})"


def redact(text, case):
    parts = re.split(NUMBER, text)
    for place, part in enumerate(parts):
        if place % 2 == 0:
            parts[place] = re.sub(r"\b(\d{6}|\d{3}[- ]\d{3})\b", "[code]", part)
        elif "+" + "".join(filter(str.isdigit, part)) != case.number:
            parts[place] = "[number]"
    whole = "".join(parts)
    names = "|".join(re.escape(one) for one in sorted(case.others, key=lambda one: -len(one)))
    if names:
        whole = re.sub(rf"(?i)\b(?:{names})\b", "[name]", whole)
    return whole
