import asyncio

PRICES = {"TB-100": 39.00, "TB-200": 12.50}


async def fetch_price(sku):
    await asyncio.sleep(0.01)
    return PRICES[sku]
