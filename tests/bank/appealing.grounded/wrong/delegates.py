"""Asks the course for its review.
caught by: numbers and days that the case does not hold
says: belongs to the course and answers this exercise
"""


def grounded(letter, case):
    from sendwell.appeals import load_case
    from sendwell.appeals.review import review_letter

    if not letter:
        return []
    return [flag.reason for flag in review_letter(letter, load_case("tea-shop")).flags]
