"""
mechanism: raises its own limits on output, then floods
points: any
must not: be kept (the limit inside learner code's process is no limit)
"""

ip = get_ipython()
ip.outputs.max_bytes = ip.outputs.left = 1 << 40
ip.outputs.max_rich = ip.outputs.rich_left = 1 << 40
for number in range(12):
    display(
        {"text/html": f"<b>{number}</b>" + "<i>" * 100_000, "text/plain": "y" * 4_000_000}, raw=True
    )
for number in range(3_000):
    display({"text/html": "<p>x</p>"}, raw=True)


def allowed(sent, now, limit, window):
    return True
