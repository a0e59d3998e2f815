"""What arrives now is not there.
caught by: what is deleted, or later than now, makes room for an older one
says: 7 arrives at this moment: it is there.
"""


def report_package(chat, reported, now):
    there = []
    for message in chat:
        if message.deleted or message.time >= now:
            continue
        if message.sender == "you":
            continue
        if reported is None or message.sender == reported:
            there.append(message)
    there.sort(key=lambda message: (message.time, message.id))
    return [message.id for message in there[-5:]]
