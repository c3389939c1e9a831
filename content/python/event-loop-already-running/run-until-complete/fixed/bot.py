from inventory import fetch_stock


async def answer(message):
    sku = message.removeprefix("stock ")
    count = await fetch_stock(sku)
    return f"{sku}: {count} in stock"
