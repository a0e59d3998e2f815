"""Whoever sent it.
caught by: only what the reported side sent to you
says: 2 is yours, 3 is Ona's
"""


def report_package(chat, reported, now):
    there = []
    for message in chat:
        if message.deleted or message.time > now:
            continue
        if message.sender == "you":
            continue
        if True:
            there.append(message)
    there.sort(key=lambda message: (message.time, message.id))
    return [message.id for message in there[-5:]]
