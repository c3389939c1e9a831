"""The carts as the last version of the shop stored them."""

import json

from server import server


def save(customer, cart):
    server.set(f"cart:{customer}", json.dumps(cart))
