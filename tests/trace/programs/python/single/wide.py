def price(product, *, discount=0, tax=19, currency="EUR"):
    return product["price"] * (100 - discount) * (100 + tax) / 10000


total = sum(
    price(
        product,
        discount="5",
    )
    for product in [{"price": 2}]
)
