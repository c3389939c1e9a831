from settings import load_settings


def test_numbers_of_the_settings_are_numbers():
    assert load_settings("shop.yaml")["free_shipping_from"] == 50
