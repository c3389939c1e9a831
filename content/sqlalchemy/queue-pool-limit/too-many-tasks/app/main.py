"""Every hour the stock of all articles is taken over from the warehouse."""

import asyncio

from stock import create_tables, engine, pieces
from update import update_all

articles = [f"article-{number}" for number in range(1, 41)]


async def main():
    await create_tables(articles)
    await update_all(articles)
    print(await pieces(), "pieces in stock")
    await engine.dispose()


asyncio.run(main())
