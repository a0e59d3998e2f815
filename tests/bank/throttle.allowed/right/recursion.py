"""First element and the rest."""


def allowed(sent, now, limit, window):
    if limit == 0:
        return False
    if not sent:
        return True
    first, *rest = sent
    return allowed(rest, now, limit - (1 if now - window < first <= now else 0), window)
