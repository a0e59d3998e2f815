"""Joins the facts with nothing in between.
caught by: numbers and days that the case does not hold
says: Each fact by itself
"""

import re

TOKEN = r"\d{4}-\d{2}-\d{2}|\d+"


def grounded(letter, case):
    """The days and numbers of the letter that the case does not hold."""
    held = re.findall(TOKEN, "".join([*case.facts, case.number]))
    found = []
    for token in re.findall(TOKEN, letter):
        if token not in held and token not in found:
            found.append(token)
    return found
