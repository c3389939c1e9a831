"""Prints the packing list of one order."""

from models import Base, Line, Order, Session, engine
from orders import load_order

Base.metadata.drop_all(engine)
Base.metadata.create_all(engine)
with Session.begin() as session:
    lines = [Line(product="Reading lamp"), Line(product="Desk lamp")]
    session.add(Order(id=1007, email="ada@example.com", lines=lines))

order = load_order(1007)
print(f"Order {order.id} for {order.email}")
for line in order.lines:
    print(f"- {line.product}")
