import json
from pathlib import Path

from mailing import addresses

orders = json.loads(Path("orders.json").read_text(encoding="utf-8"))
print("\n".join(addresses(orders)))
