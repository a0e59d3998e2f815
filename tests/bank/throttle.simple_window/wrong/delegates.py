"""Asks the course's time line for the answer.
caught by: admits up to the limit, then refuses
says: belongs to the course and answers this exercise
"""


class SimpleWindow:
    def __init__(self, limit, window):
        self.limit = limit
        self.window = window
        self.asked = []

    def allow(self, now):
        from sendwell.widgets.timeline import admitted

        self.asked.append(now)
        return admitted(self.asked, self.limit, self.window, "sliding")[-1]
