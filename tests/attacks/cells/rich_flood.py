"""
mechanism: shows 20,000 rich outputs
points: any
must not: be kept
"""

from IPython.display import HTML, display

for number in range(20_000):
    display({"text/html": "<table>" * 20}, raw=True)


def allowed(sent, now, limit, window):
    return True
