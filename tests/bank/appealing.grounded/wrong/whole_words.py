"""Looks only for numbers that touch no letter.
caught by: numbers and days that the case does not hold
says: A number may touch a letter
"""

import re

TOKEN = r"\b\d{4}-\d{2}-\d{2}\b|\b\d+\b"


def grounded(letter, case):
    """The days and numbers of the letter that the case does not hold."""
    held = {token for text in (*case.facts, case.number) for token in re.findall(TOKEN, text)}
    found = []
    for token in re.findall(TOKEN, letter):
        if token not in held and token not in found:
            found.append(token)
    return found
