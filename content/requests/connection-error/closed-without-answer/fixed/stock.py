import requests
from requests.adapters import HTTPAdapter
from urllib3.util import Retry

session = requests.Session()
session.mount("http://", HTTPAdapter(max_retries=Retry(total=3, backoff_factor=0.2)))


def stock_of(address, sku):
    response = session.get(f"{address}/stock/{sku}", timeout=5)
    response.raise_for_status()
    return response.json()["count"]
