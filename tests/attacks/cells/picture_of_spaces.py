"""
mechanism: a picture that is no base64: 900,000 spaces and an exclamation mark
points: any
must not: keep the recorder busy, which tries every way to split the spaces
"""

from IPython.display import display

display({"image/png": " " * 900_000 + "!"}, raw=True)


def allowed(sent, now, limit, window):
    return True
