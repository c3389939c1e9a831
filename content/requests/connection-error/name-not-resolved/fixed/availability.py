import os
from urllib.parse import urljoin

import requests


def is_available(sku):
    response = requests.get(urljoin(os.environ["INVENTORY_URL"], f"/stock/{sku}"), timeout=5)
    response.raise_for_status()
    return response.json()["count"] > 0
