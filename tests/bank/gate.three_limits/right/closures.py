"""No class: functions that share a few variables; forgetting happens when somebody looks."""

from types import SimpleNamespace


def Gate(per_hour, per_pair, per_day):
    latest = 0
    hour, pair, day, window = [], {}, {}, {}

    def keep(times, period):
        times[:] = [time for time in times if latest - time < period]
        return times

    def move(now):
        nonlocal latest
        latest = now if now > latest else latest
        keep(hour, 3_600_000)
        for name in list(pair):
            if not keep(pair[name], 60_000):
                pair.pop(name)
        for last in day, window:
            for name in [n for n, time in last.items() if latest - time >= 86_400_000]:
                last.pop(name)

    def received(contact, now):
        move(now)
        window[contact] = latest

    def allow(contact, now):
        move(now)
        if not len(hour) < per_hour:
            return "hour"
        if not len(pair.get(contact, ())) < per_pair:
            return "pair"
        if contact not in window:
            if contact not in day and not len(day) < per_day:
                return "day"
            day[contact] = latest
        hour.append(latest)
        pair.setdefault(contact, []).append(latest)
        return "ok"

    def tracked():
        return len(set(pair) | set(day) | set(window))

    return SimpleNamespace(received=received, allow=allow, tracked=tracked)
