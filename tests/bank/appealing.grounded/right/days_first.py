import re

DAY = re.compile(r"(?<!\d)\d{4}-\d{2}-\d{2}")


def split(text):
    found = []
    while text:
        day, number = DAY.search(text), re.search(r"\d+", text)
        if number is None:
            break
        first = day if day and day.start() == number.start() else number
        found.append(first.group())
        text = text[first.end() :]
    return found


def grounded(letter, case):
    held = {token for text in (case.number, *case.facts) for token in split(text)}
    seen = []
    for token in split(letter):
        if token in held or token in seen:
            continue
        seen.append(token)
    return seen
