import asyncio

from bot import answer


def test_the_bot_knows_the_stock():
    assert asyncio.run(answer("stock TB-100")) == "TB-100: 12 in stock"
