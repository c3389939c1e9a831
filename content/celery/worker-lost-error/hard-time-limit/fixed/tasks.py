import json
from urllib.request import urlopen

from app import app


@app.task(time_limit=3)
def sync_stock(url):
    """Reads the supplier's stock and returns how many products it lists."""
    try:
        with urlopen(url, timeout=1) as response:
            stock = json.load(response)
    except OSError as error:
        # Covers a timeout, a refused connection and an HTTP error: the next run tries again.
        return {"products": 0, "skipped": str(error)}
    return {"products": len(stock)}
