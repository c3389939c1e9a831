import asyncio

from orders import total

amount = asyncio.run(total(["TB-100", "TB-200"]))
print(f"{amount:.2f} EUR")
