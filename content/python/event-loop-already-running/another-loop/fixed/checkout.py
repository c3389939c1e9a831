import asyncio

from rates import rate


async def in_currency(euros, currency):
    return f"{euros * await asyncio.to_thread(rate, currency):.2f} {currency}"
