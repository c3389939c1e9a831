import asyncio

from checkout import in_currency

print(asyncio.run(in_currency(40, "USD")))
