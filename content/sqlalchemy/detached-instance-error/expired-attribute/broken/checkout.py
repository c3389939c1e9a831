from models import Order, Session


def place_order(email):
    """Stores an order and returns it."""
    with Session() as session:
        order = Order(email=email)
        session.add(order)
        session.commit()
        return order
