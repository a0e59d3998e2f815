"""A linked list of sends, walked by recursion; a class of its own for a send."""


class Send:
    def __init__(self, time, before):
        self.time = time
        self.before = before


def cut(send, start):
    if send is None or send.time <= start:
        return None
    return Send(send.time, cut(send.before, start))


def size(send):
    return 0 if send is None else 1 + size(send.before)


def oldest(send):
    return send.time if send.before is None else oldest(send.before)


class SlidingWindow:
    def __init__(self, limit, window):
        self.limit = limit
        self.window = window
        self.newest = None
        self.latest = 0

    def allow(self, now):
        self.latest = max(self.latest, now)
        self.newest = cut(self.newest, self.latest - self.window)
        if size(self.newest) >= self.limit:
            return False
        self.newest = Send(self.latest, self.newest)
        return True

    def retry_after(self, now):
        still = cut(self.newest, now - self.window)
        return 0 if size(still) < self.limit else oldest(still) + self.window - now
