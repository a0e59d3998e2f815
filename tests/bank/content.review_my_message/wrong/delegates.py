"""Asks the course.
caught by: who has not asked gets nothing, in whatever words
says: belongs to the course and answers this exercise
"""

def review_my_message(draft, audience):
    from sendwell.checklist import findings

    return findings(draft, audience)
