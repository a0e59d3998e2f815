"""Sends what has not arrived.
caught by: what is deleted, or later than now, makes room for an older one
says: 7 has not arrived yet.
"""


def report_package(chat, reported, now):
    there = []
    for message in chat:
        if message.deleted:
            continue
        if message.sender == "you":
            continue
        if reported is None or message.sender == reported:
            there.append(message)
    there.sort(key=lambda message: (message.time, message.id))
    return [message.id for message in there[-5:]]
