import os

from availability import is_available
from inventory import running

with running() as address:
    os.environ["INVENTORY_URL"] = address
    print("available" if is_available("TB-100") else "sold out")
