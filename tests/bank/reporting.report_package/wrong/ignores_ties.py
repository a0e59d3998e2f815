"""Leaves equal times in the order of the list.
caught by: at the same time, the higher id is the later one
says: 1 is the earliest of six at one time.
"""


def report_package(chat, reported, now):
    there = []
    for message in chat:
        if message.deleted or message.time > now:
            continue
        if message.sender == "you":
            continue
        if reported is None or message.sender == reported:
            there.append(message)
    there.sort(key=lambda message: message.time)
    return [message.id for message in there[-5:]]
