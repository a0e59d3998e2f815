"""
mechanism: the right notebook in UTF-16
failed: yes
"""


def make(finished):
    return finished.decode().encode("utf-16")
