import requests


def stock_of(address, sku):
    response = requests.get(f"{address}/stock/{sku}", timeout=5)
    response.raise_for_status()
    return response.json()["count"]
