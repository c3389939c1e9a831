import asyncio

from sqlalchemy import text

import warehouse
from stock import engine

UPDATE = text("UPDATE stock SET pieces = :pieces WHERE sku = :sku")


async def update(sku):
    """Takes over what the warehouse has of an article."""
    async with engine.begin() as connection:
        pieces = await warehouse.count(sku)
        await connection.execute(UPDATE, {"sku": sku, "pieces": pieces})


async def update_all(articles):
    await asyncio.gather(*[update(sku) for sku in articles])
