import asyncio

from inventory import fetch_stock


async def answer(message):
    sku = message.removeprefix("stock ")
    loop = asyncio.get_event_loop()
    count = loop.run_until_complete(fetch_stock(sku))
    return f"{sku}: {count} in stock"
