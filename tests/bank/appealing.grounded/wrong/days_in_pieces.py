"""Takes a day for three numbers.
caught by: numbers and days that the case does not hold
says: A day is one thing
"""

import re

TOKEN = r"\d+"


def grounded(letter, case):
    """The days and numbers of the letter that the case does not hold."""
    held = set()
    for text in [*case.facts, case.number]:
        held.update(re.findall(TOKEN, text))
    found = []
    for token in re.findall(TOKEN, letter):
        if token not in held and token not in found:
            found.append(token)
    return found
