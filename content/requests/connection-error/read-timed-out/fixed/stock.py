import requests


def whole_stock(address):
    response = requests.get(f"{address}/stock", timeout=(1, 30))
    response.raise_for_status()
    return response.json()
