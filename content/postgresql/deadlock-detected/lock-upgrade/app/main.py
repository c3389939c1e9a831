"""Two clerks add a line to the same order at the same time."""

import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psycopg

from orders import add_line

with psycopg.connect() as connection:
    connection.execute(Path("schema.sql").read_text())

with ThreadPoolExecutor() as pool:
    first = pool.submit(add_line, 1007, "lamp")
    time.sleep(0.3)
    second = pool.submit(add_line, 1007, "desk")

first.result()
second.result()
print("both lines are in the order")
