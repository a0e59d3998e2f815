"""
mechanism: a picture whose width is NaN and whose height has 5,001 digits
verdict: wrong answer
"""

from IPython.display import display

display(
    {"image/png": "AAAA", "text/plain": "x"},
    metadata={"image/png": {"width": float("nan"), "height": 10**5_000}},
    raw=True,
)


def allowed(sent, now, limit, window):
    return True
