"""
mechanism: errors are never shown: showtraceback does nothing
verdict: runtime error
"""

from IPython.core.interactiveshell import InteractiveShell

for name in ("showtraceback", "_showtraceback", "showsyntaxerror"):
    setattr(InteractiveShell, name, lambda *a, **k: None)
    setattr(type(get_ipython()), name, lambda *a, **k: None)


def allowed(sent, now, limit, window):
    raise ValueError
