"""Takes 0312 for 312.
caught by: numbers and days that the case does not hold
says: Written as the case writes it
"""

import re

TOKEN = r"\d{4}-\d{2}-\d{2}|\d+"


def grounded(letter, case):
    """The days and numbers of the letter that the case does not hold."""
    held = set()
    for text in [*case.facts, case.number]:
        held.update(re.findall(TOKEN, text))
    found = []
    for token in re.findall(TOKEN, letter):
        if token.lstrip("0") not in held and token not in found:
            found.append(token)
    return found
