"""
mechanism: a file without a byte
failed: yes
"""


def make(finished):
    return b""
