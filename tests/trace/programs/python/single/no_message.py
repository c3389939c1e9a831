class OutOfStock(Exception):
    pass


def reserve(stock, wanted):
    if stock < wanted:
        raise OutOfStock
    return stock - wanted


reserve(1, 2)
