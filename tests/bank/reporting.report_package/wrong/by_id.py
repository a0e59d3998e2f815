"""Takes the id for the time.
caught by: at the same time, the higher id is the later one
says: Different times: the id does not matter.
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
    there.sort(key=lambda message: message.id)
    return [message.id for message in there[-5:]]
