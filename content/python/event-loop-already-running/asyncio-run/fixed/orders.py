from prices import fetch_price


async def price_of(sku):
    return await fetch_price(sku)


async def total(skus):
    amount = 0
    for sku in skus:
        amount += await price_of(sku)
    return amount
