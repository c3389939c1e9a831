"""Two suppliers' price lists with the same new articles are imported at the same time."""

import time
from concurrent.futures import ThreadPoolExecutor

import psycopg

from importer import import_prices

with psycopg.connect() as connection:
    connection.execute("CREATE TABLE best_price (sku text PRIMARY KEY, cents integer NOT NULL)")

with ThreadPoolExecutor() as pool:
    north = pool.submit(import_prices, "north")
    time.sleep(0.3)
    south = pool.submit(import_prices, "south")

north.result()
south.result()
print("both lists are imported")
