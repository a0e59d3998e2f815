"""
mechanism: terminal escape sequences, reordering and hidden characters for whoever reads
verdict: runtime error
never: \x1b\]0|\x1b\[2J|\u202e|\\u001b\]|\\u001b\[2J
"""

text = "\x1b]0;owned\x07\x1b[2J\x1b[1;1H\u202egnp.exe\u200b\x9b31m\x08\x08\r"
print(text)


def allowed(sent, now, limit, window):
    raise ValueError(text)
