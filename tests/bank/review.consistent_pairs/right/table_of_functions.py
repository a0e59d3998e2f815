"""A function for each pair of kinds, looked up by their names."""

FITS = {
    "Mean Mean": lambda a, b: a.wait == b.wait,
    "Between Mean": lambda a, b: b.wait in range(a.least, a.most + 1),
    "Mean Within": lambda a, b: (
        a.wait <= b.time if b.percent == 100 else a.wait * 100 > b.time * (100 - b.percent)
    ),
    "Between Between": lambda a, b: not (a.most < b.least or b.most < a.least),
    "Between Within": lambda a, b: (
        (b.time >= a.least or b.percent == 0) and (b.time < a.most or b.percent == 100)
    ),
    "Within Within": lambda a, b: (
        a.percent == b.percent
        if a.time == b.time
        else (b.time - a.time) * (b.percent - a.percent) >= 0
    ),
}


def consistent_pairs(claims):
    pairs = []
    for i in range(len(claims)):
        for j in range(i + 1, len(claims)):
            a, b = claims[i], claims[j]
            key = f"{type(a).__name__} {type(b).__name__}"
            if key in FITS:
                true = FITS[key](a, b)
            else:
                true = FITS[f"{type(b).__name__} {type(a).__name__}"](b, a)
            if true:
                pairs.append((a.name, b.name))
    return pairs
