"""
mechanism: threads, a pool, asyncio and await at the top level
"""

import asyncio
from concurrent.futures import ThreadPoolExecutor


async def later():
    await asyncio.sleep(0.01)
    return 1


await later()
pool = ThreadPoolExecutor(2)


def allowed(sent, now, limit, window):
    counted = pool.submit(lambda: sum(now - window < t <= now for t in sent))
    return counted.result() < limit
