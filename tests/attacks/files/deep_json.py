"""
mechanism: JSON nested 100,000 deep
failed: yes
"""


def make(finished):
    return b"[" * 100_000 + b"]" * 100_000
