"""A morning in the shop: one clerk after the other takes an order."""

from desk import OrderDesk
from shop import create_tables

create_tables()
desks = {f"clerk {number}": OrderDesk(f"clerk {number}") for number in range(1, 21)}
for clerk, desk in desks.items():
    print(clerk, "takes order", desk.take(lines=2))
