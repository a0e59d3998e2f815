"""A generator keeps the times; allow sends it the moment."""


def keeper(limit, window):
    times = []
    answer = None
    while True:
        question, now = yield answer
        counting = [t for t in times if t > now - window]
        answer = 0 if len(counting) < limit else counting[0] + window - now
        if question == "allow":
            times = counting
            if not answer:
                times.append(now)


class SlidingWindow:
    def __init__(self, limit, window):
        self.keeper = keeper(limit, window)
        next(self.keeper)
        self.latest = 0

    def allow(self, now):
        self.latest = max(self.latest, now)
        return not self.keeper.send(("allow", self.latest))

    def retry_after(self, now):
        return self.keeper.send(("retry", now))
