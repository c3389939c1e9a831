import json
from urllib.request import urlopen

from app import app


@app.task(time_limit=3)
def sync_stock(url):
    """Reads the supplier's stock and returns how many products it lists."""
    with urlopen(url) as response:
        stock = json.load(response)
    return {"products": len(stock)}
