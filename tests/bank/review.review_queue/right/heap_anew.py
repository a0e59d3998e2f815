"""A heap built anew for each take."""

import heapq


class ReviewQueue:
    def __init__(self, ageing):
        self.ageing = ageing
        self.names, self.times, self.levels = [], [], []

    def add(self, now, account, urgency):
        if account in self.names:
            at = self.names.index(account)
            if urgency < self.levels[at]:
                self.levels[at] = urgency
            return
        self.names.append(account)
        self.times.append(now)
        self.levels.append(urgency)

    def waiting(self):
        return len(self.names)

    def take(self, now):
        heap = []
        for at, (time, level) in enumerate(zip(self.times, self.levels)):
            heapq.heappush(heap, (level - (now - time) // self.ageing, at))
        if not heap:
            return None
        at = heap[0][1]
        self.times.pop(at)
        self.levels.pop(at)
        return self.names.pop(at)
