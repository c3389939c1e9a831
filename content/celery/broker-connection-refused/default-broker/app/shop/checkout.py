from shop.tasks import send_invoice


def place_order(order):
    """Stores an order and has its invoice sent."""
    send_invoice.delay(order)
    return f"order {order} placed"
