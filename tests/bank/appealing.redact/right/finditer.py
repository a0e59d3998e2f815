import re


def redact(text, case):
    names = sorted(case.others, key=lambda name: len(name), reverse=True)
    made, end = [], 0
    for found in re.finditer(
        r"\+\d([ .-]?\d){7,14}|\b\d{6}\b|\b\d{3}[ -]\d{3}\b", text, flags=re.ASCII
    ):
        made.append(text[end : found.start()])
        end = found.end()
        piece = found.group()
        if not piece.startswith("+"):
            made.append("[code]")
        elif re.sub(r"[^+\d]", "", piece) == case.number:
            made.append(piece)
        else:
            made.append("[number]")
    text = "".join([*made, text[end:]])
    for name in names:
        text = re.compile(r"\b" + re.escape(name) + r"\b", re.IGNORECASE).sub("[name]", text)
    return text
