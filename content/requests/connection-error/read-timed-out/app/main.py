from inventory import running
from slow import Slow
from stock import whole_stock

with running(Slow) as address:
    print(len(whole_stock(address)), "products")
