import asyncio

from prices import fetch_price


def price_of(sku):
    return asyncio.run(fetch_price(sku))


async def total(skus):
    amount = 0
    for sku in skus:
        amount += price_of(sku)
    return amount
