from basket import Basket

PRICES = {"pen": 2, "ink": 5}


def fill(*products):
    basket = Basket()
    for product in products:
        basket.add(product)
    return basket


def test_total():
    assert fill("pen", "ink").total(PRICES) == 8


def test_unknown_product():
    assert fill("pad").total(PRICES) == 0
