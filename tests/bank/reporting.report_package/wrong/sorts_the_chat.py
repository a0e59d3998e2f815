"""Sorts the list that it was given.
caught by: the last five, oldest first
says: left its arguments as
"""


def report_package(chat, reported, now):
    chat.sort(key=lambda message: message.time)
    there = []
    for message in chat:
        if message.deleted or message.time > now:
            continue
        if message.sender == "you":
            continue
        if reported is None or message.sender == reported:
            there.append(message)
    there.sort(key=lambda message: (message.time, message.id))
    return [message.id for message in there[-5:]]
