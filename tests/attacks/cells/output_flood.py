"""
mechanism: prints 60 MB at its top level
points: any
must not: be kept (see the size of what is written)
"""

for _ in range(60):
    print("x" * 1_000_000)


def allowed(sent, now, limit, window):
    return True
