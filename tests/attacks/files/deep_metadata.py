"""
mechanism: a right notebook whose metadata is nested 5,000 deep
failed: yes
"""


def make(finished):
    return finished.replace(
        b'"metadata": {', b'"metadata": {"x": ' + b'{"x":' * 5_000 + b"1" + b"}" * 5_000 + b", ", 1
    )
