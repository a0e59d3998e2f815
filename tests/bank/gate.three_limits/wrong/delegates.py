"""Remembers what was asked, and asks the course's table for the answer.
caught by: each limit refuses in its own name, and of several the first
says: belongs to the course and answers this exercise
"""


class Gate:
    def __init__(self, per_hour, per_pair, per_day):
        self.limits = per_hour, per_pair, per_day
        self.events = []

    def received(self, contact, now):
        self.events.append(("received", contact, now))

    def allow(self, contact, now):
        from sendwell.gate import passed

        self.events.append(("allow", contact, now))
        return passed(self.events, *self.limits)[-1].answer

    def tracked(self):
        return len({contact for _, contact, _ in self.events})
