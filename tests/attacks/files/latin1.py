"""
mechanism: a notebook in Latin-1, with bytes that are no UTF-8
failed: yes
"""


def make(finished):
    return finished.replace(b"def allowed", b"# \xe4\xf6\xfc\\ndef allowed")
