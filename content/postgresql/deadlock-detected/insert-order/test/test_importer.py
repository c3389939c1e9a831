import time
from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest

from importer import import_prices


@pytest.fixture(autouse=True)
def table():
    with psycopg.connect() as connection:
        connection.execute("DROP TABLE IF EXISTS best_price")
        connection.execute("CREATE TABLE best_price (sku text PRIMARY KEY, cents integer NOT NULL)")


def test_two_lists_with_the_same_new_articles_are_both_imported():
    with ThreadPoolExecutor() as pool:
        north = pool.submit(import_prices, "north")
        time.sleep(0.3)
        south = pool.submit(import_prices, "south")
    north.result()
    south.result()

    with psycopg.connect() as connection:
        prices = connection.execute("SELECT sku, cents FROM best_price ORDER BY sku").fetchall()
    assert prices == [("lamp", 40), ("shelf", 70)]
