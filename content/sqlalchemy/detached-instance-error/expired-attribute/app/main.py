"""Places one order and confirms it."""

from checkout import place_order
from models import Base, engine

Base.metadata.drop_all(engine)
Base.metadata.create_all(engine)

order = place_order("ada@example.com")
print(f"A confirmation of order {order.id} goes to {order.email}")
