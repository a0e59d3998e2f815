"""
mechanism: halves of characters and NULs in outputs, errors and names
verdict: runtime error
"""

print("\ud800 \x00")
try:
    display({"text/plain": "\ud800", "text/html": "\udfff"}, raw=True)
except Exception:
    pass


def allowed(sent, now, limit, window):
    raise type("E\ud800", (Exception,), {})("\udfff\x00")
