"""The service of the warehouse, which takes its time."""

import asyncio


async def count(sku):
    await asyncio.sleep(1.5)
    return 3
