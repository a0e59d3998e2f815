"""Looks for tokens inside the text.
caught by: numbers and days that the case does not hold
says: Part of a day is no number
"""

import re

TOKEN = r"\d{4}-\d{2}-\d{2}|\d+"


def grounded(letter, case):
    """The days and numbers of the letter that the case does not hold."""
    held = " ".join([*case.facts, case.number])
    found = []
    for token in re.findall(TOKEN, letter):
        if token not in held and token not in found:
            found.append(token)
    return found
