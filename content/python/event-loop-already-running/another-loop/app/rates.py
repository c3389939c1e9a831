"""A client for exchange rates with a plain function in front, as many libraries have it."""

import asyncio


async def fetch_rate(currency):
    await asyncio.sleep(0.01)
    return {"USD": 1.25}[currency]


def rate(currency):
    loop = asyncio.new_event_loop()
    try:
        return loop.run_until_complete(fetch_rate(currency))
    finally:
        loop.close()
