PRICES = {"Desk lamp": 3900, "Coat hook": 1250}


def price_list():
    return [f"{name}: {cents / 100:.2f} EUR" for name, cents in PRICES.items()]
