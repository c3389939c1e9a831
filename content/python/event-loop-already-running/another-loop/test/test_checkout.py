import asyncio

from checkout import in_currency


def test_an_amount_is_converted_while_other_tasks_go_on():
    async def both():
        return await asyncio.gather(in_currency(40, "USD"), in_currency(2, "USD"))

    assert asyncio.run(both()) == ["50.00 USD", "2.50 USD"]
