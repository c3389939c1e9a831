import basket_store


def test_nothing():
    assert basket_store
