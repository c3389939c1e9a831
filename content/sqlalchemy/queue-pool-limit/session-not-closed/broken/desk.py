from sqlalchemy import select
from sqlalchemy.orm import Session

from shop import Order, engine


class OrderDesk:
    """What one clerk does with orders."""

    def __init__(self, clerk):
        self.clerk = clerk
        self.session = Session(engine)

    def take(self, lines):
        """Stores an order. Returns its number."""
        order = Order(clerk=self.clerk, lines=lines)
        self.session.add(order)
        self.session.commit()
        return order.id

    def numbers(self):
        query = select(Order.id).where(Order.clerk == self.clerk).order_by(Order.id)
        return list(self.session.scalars(query))
