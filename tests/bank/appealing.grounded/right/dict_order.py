import re


def tokens(text):
    return [one.group() for one in re.finditer(r"\d\d\d\d-\d\d-\d\d|\d+", text)]


def grounded(letter, case):
    held = tokens(" / ".join(case.facts) + " / " + case.number)
    return [one for one in dict.fromkeys(tokens(letter)) if one not in held]
