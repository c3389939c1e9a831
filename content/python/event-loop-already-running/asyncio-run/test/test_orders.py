import asyncio

from orders import total


def test_the_total_of_an_order_is_that_of_its_prices():
    assert asyncio.run(total(["TB-100", "TB-200"])) == 51.50
