"""Two customers check out at the same time, with the same articles in their carts."""

import time
from concurrent.futures import ThreadPoolExecutor

import psycopg

from checkout import reserve

with psycopg.connect() as connection:
    connection.execute("CREATE TABLE stock (sku text PRIMARY KEY, pieces integer NOT NULL)")
    connection.execute("INSERT INTO stock VALUES ('desk', 10), ('lamp', 10)")

with ThreadPoolExecutor() as pool:
    first = pool.submit(reserve, {"lamp": 1, "desk": 1})
    time.sleep(0.3)
    second = pool.submit(reserve, {"desk": 1, "lamp": 2})

first.result()
second.result()
print("both carts are reserved")
