"""A list of lists, sorted when somebody is taken."""


class ReviewQueue:
    def __init__(self, ageing):
        self.ageing, self.line = ageing, []

    def add(self, now, account, urgency):
        for place in self.line:
            if place[0] == account:
                place[1] = min(place[1], urgency)
                return
        self.line.append([account, urgency, now])

    def waiting(self):
        return len(self.line)

    def take(self, now):
        if not self.line:
            return None
        ordered = sorted(self.line, key=lambda p: p[1] - (now - p[2]) // self.ageing)
        self.line.remove(ordered[0])
        return ordered[0][0]
