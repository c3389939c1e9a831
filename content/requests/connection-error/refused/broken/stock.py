import requests

INVENTORY_URL = "http://localhost:8000"


def stock_of(sku):
    response = requests.get(f"{INVENTORY_URL}/stock/{sku}", timeout=5)
    response.raise_for_status()
    return response.json()["count"]
