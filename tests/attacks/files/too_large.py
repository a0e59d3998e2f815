"""
mechanism: 21 MB of blanks after a right notebook
failed: yes
"""


def make(finished):
    return finished + b" " * 21_000_000
