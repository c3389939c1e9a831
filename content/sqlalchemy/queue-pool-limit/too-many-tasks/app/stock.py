"""The stock, in a file of SQLite, reached by asyncio."""

from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

engine = create_async_engine("sqlite+aiosqlite:///stock.sqlite3", pool_timeout=1)


async def create_tables(articles):
    async with engine.begin() as connection:
        await connection.execute(text("DROP TABLE IF EXISTS stock"))
        await connection.execute(text("CREATE TABLE stock (sku TEXT PRIMARY KEY, pieces INTEGER)"))
        await connection.execute(text("INSERT INTO stock VALUES (:sku, 0)"), [{"sku": sku} for sku in articles])


async def pieces():
    """The number of all pieces in stock."""
    async with engine.connect() as connection:
        return await connection.scalar(text("SELECT sum(pieces) FROM stock"))
