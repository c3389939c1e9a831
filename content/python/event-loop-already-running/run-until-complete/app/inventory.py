import asyncio


async def fetch_stock(sku):
    await asyncio.sleep(0.01)
    return {"TB-100": 12}.get(sku, 0)
