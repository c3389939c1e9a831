import asyncio

from stock import create_tables, engine, pieces
from update import update_all


def test_the_stock_of_forty_articles_is_taken_over_at_once():
    async def run():
        articles = [f"article-{number}" for number in range(40)]
        await create_tables(articles)
        await update_all(articles)
        total = await pieces()
        await engine.dispose()
        return total

    assert asyncio.run(run()) == 120
