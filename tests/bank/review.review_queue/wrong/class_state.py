"""The dictionary is created in the class body: all queues share it.
caught by: the most urgent first, then the one who joined first
says: two queues share nothing
"""


class ReviewQueue:
    places = {}

    def __init__(self, ageing):
        self.ageing = ageing

    def add(self, now, account, urgency):
        if account in self.places:
            first, before = self.places[account]
            self.places[account] = (first, min(before, urgency))
        else:
            self.places[account] = (now, urgency)

    def waiting(self):
        return len(self.places)

    def take(self, now):
        best = None
        for account, (arrived, urgency) in self.places.items():
            level = urgency - (now - arrived) // self.ageing
            if best is None or level < lowest:
                best, lowest = account, level
        if best is not None:
            del self.places[best]
        return best
