import requests

SUPPLIER_URL = "http://224.0.0.1"


def stock_of(sku):
    response = requests.get(f"{SUPPLIER_URL}/stock/{sku}", timeout=5)
    response.raise_for_status()
    return response.json()["count"]
