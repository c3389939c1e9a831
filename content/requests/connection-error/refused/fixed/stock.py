import os

import requests


def stock_of(sku):
    response = requests.get(f"{os.environ['INVENTORY_URL']}/stock/{sku}", timeout=5)
    response.raise_for_status()
    return response.json()["count"]
