def tokens(text):
    found, now = [], ""
    for place, sign in enumerate(text + " "):
        if sign.isdigit():
            now += sign
        elif sign == "-" and len(now) in (4, 7) and day(text, place - len(now)):
            now += sign
        else:
            if now:
                found.append(now)
            now = ""
        if len(now) == 10 and now.count("-") == 2:
            found.append(now)
            now = ""
    return found


def day(text, start):
    part = text[start : start + 10]
    digits = part[:4] + part[5:7] + part[8:]
    return len(part) == 10 and digits.isdigit() and part[4] == part[7] == "-"


def grounded(letter, case):
    held = tokens(" ".join(case.facts)) + tokens(case.number)
    result = {}
    for token in tokens(letter):
        if token not in held:
            result[token] = True
    return list(result)
