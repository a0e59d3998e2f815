import re


def redact(text, case):
    own = []

    def number(match):
        plain = match.group().replace(" ", "").replace(".", "").replace("-", "")
        if plain != case.number:
            return "[number]"
        own.append(match.group())
        return "\x00"

    text = re.sub(r"\+[0-9](?:[-. ]?[0-9]){7,14}", number, text)
    text = re.sub(r"(?<!\w)(?:[0-9]{6}|[0-9]{3}[ -][0-9]{3})(?!\w)", "[code]", text)
    for name in sorted(case.others, key=len)[::-1]:
        text = re.sub(r"(?<!\w)" + re.escape(name) + r"(?!\w)", "[name]", text, flags=re.I)
    for one in own:
        text = text.replace("\x00", one, 1)
    return text
