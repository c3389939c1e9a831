from server import server


def add(customer, sku, pieces):
    """Puts pieces of an article into the cart of a customer."""
    server.hincrby(f"cart:{customer}", sku, pieces)


def contents(customer):
    return {sku: int(pieces) for sku, pieces in server.hgetall(f"cart:{customer}").items()}
