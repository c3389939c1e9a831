import os

import requests


def is_available(sku):
    response = requests.get(f"http://{os.environ['INVENTORY_URL']}/stock/{sku}", timeout=5)
    response.raise_for_status()
    return response.json()["count"] > 0
