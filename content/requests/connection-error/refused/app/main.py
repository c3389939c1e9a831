import os

from inventory import running
from stock import stock_of

with running() as address:
    os.environ["INVENTORY_URL"] = address
    print(stock_of("TB-100"), "in stock")
