"""A bare attachment is no message.
caught by: only what the reported side sent to you
says: a bare file counts
"""


def report_package(chat, reported, now):
    there = []
    for message in chat:
        if message.deleted or not message.text or message.time > now:
            continue
        if message.sender == "you":
            continue
        if reported is None or message.sender == reported:
            there.append(message)
    there.sort(key=lambda message: (message.time, message.id))
    return [message.id for message in there[-5:]]
