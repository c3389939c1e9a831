import json
from urllib.request import urlopen

from app import app


@app.task(time_limit=3, autoretry_for=(OSError,), retry_backoff=True, retry_jitter=False, max_retries=5)
def sync_stock(url):
    """Reads the supplier's stock and returns how many products it lists."""
    with urlopen(url, timeout=1) as response:
        stock = json.load(response)
    return {"products": len(stock)}
