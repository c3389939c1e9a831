from inventory import running
from restarting import Restarting
from stock import stock_of

with running(Restarting) as address:
    print(stock_of(address, "TB-100"), "in stock")
