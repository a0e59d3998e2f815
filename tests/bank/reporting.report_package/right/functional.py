"""One expression."""


def report_package(chat, reported, now):
    return [
        number
        for _, number in sorted(
            (m.time, m.id)
            for m in chat
            if m.time <= now
            and not m.deleted
            and (m.sender == reported or (reported is None and m.sender != "you"))
        )[-5:]
    ]
