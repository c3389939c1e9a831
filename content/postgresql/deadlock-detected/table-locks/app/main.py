"""The shop is migrated while a customer looks at an order."""

import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psycopg

from migrate import migrate
from shop import show_order

with psycopg.connect() as connection:
    connection.execute(Path("schema.sql").read_text())

with ThreadPoolExecutor() as pool:
    migration = pool.submit(migrate)
    time.sleep(0.3)
    page = pool.submit(show_order, 1007)

migration.result()
print(f"migrated, and {page.result()} saw the order")
