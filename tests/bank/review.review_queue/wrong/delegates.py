"""Asks the course who is next.
caught by: the most urgent first, then the one who joined first
says: belongs to the course and answers this exercise
"""


class ReviewQueue:
    def __init__(self, ageing):
        self.ageing = ageing
        self.places = {}

    def add(self, now, account, urgency):
        if account in self.places:
            first, before = self.places[account]
            self.places[account] = (first, min(before, urgency))
        else:
            self.places[account] = (now, urgency)

    def waiting(self):
        return len(self.places)

    def take(self, now):
        from sendwell.review import in_order

        line = [(account, urgency, first) for account, (first, urgency) in self.places.items()]
        names = in_order(line, now, self.ageing)
        if not names:
            return None
        del self.places[names[0]]
        return names[0]
