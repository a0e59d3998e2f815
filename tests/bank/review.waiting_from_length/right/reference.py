"""The whole part, and one more if what remains is half or more."""


def waiting_from_length(length, arrived, during):
    if arrived == 0:
        return None
    wait, rest = divmod(length * during, arrived)
    if 2 * rest >= arrived:
        wait += 1
    return wait
