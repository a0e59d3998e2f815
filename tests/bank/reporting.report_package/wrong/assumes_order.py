"""Takes the list as sorted.
caught by: the last five, oldest first
says: The list is in no order.
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
    return [message.id for message in there[-5:]]
