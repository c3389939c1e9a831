import os

from inventory import running
from supplier import stock_of

# The proxy of the network: it answers for the supplier.
with running() as proxy:
    os.environ["OUTBOUND_PROXY"] = proxy
    print(stock_of("TB-100"), "at the supplier")
