"""Takes None for a name.
caught by: only what the reported side sent to you
says: None is the group: everybody but you.
"""


def report_package(chat, reported, now):
    there = []
    for message in chat:
        if message.deleted or message.time > now:
            continue
        if message.sender == "you":
            continue
        if message.sender == reported:
            there.append(message)
    there.sort(key=lambda message: (message.time, message.id))
    return [message.id for message in there[-5:]]
