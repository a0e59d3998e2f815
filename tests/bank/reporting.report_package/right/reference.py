"""Leave out what cannot go, sort, take the last five."""


def report_package(chat, reported, now):
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
