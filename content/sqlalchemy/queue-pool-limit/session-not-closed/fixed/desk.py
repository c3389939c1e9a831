from sqlalchemy import select
from sqlalchemy.orm import Session

from shop import Order, engine


class OrderDesk:
    """What one clerk does with orders."""

    def __init__(self, clerk):
        self.clerk = clerk

    def take(self, lines):
        """Stores an order. Returns its number."""
        with Session(engine) as session:
            order = Order(clerk=self.clerk, lines=lines)
            session.add(order)
            session.commit()
            return order.id

    def numbers(self):
        query = select(Order.id).where(Order.clerk == self.clerk).order_by(Order.id)
        with Session(engine) as session:
            return list(session.scalars(query))
