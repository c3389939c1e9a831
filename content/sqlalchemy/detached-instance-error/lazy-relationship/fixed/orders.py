from sqlalchemy.orm import selectinload

from models import Order, Session


def load_order(number):
    """Returns an order with its lines."""
    with Session() as session:
        return session.get_one(Order, number, options=[selectinload(Order.lines)])
