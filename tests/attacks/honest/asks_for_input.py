"""
mechanism: input() at the top level, guarded
"""

try:
    name = input("Who are you? ")
except EOFError:
    name = "nobody"


def allowed(sent, now, limit, window):
    return sum(now - window < t <= now for t in sent) < limit
