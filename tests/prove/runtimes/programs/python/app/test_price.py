def total(prices):
    return sum(prices.values())


def test_total():
    assert total({"apple": 2, "pear": 3}) == 6
