import time
from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest

from checkout import reserve


@pytest.fixture(autouse=True)
def stock():
    with psycopg.connect() as connection:
        connection.execute("DROP TABLE IF EXISTS stock")
        connection.execute("CREATE TABLE stock (sku text PRIMARY KEY, pieces integer NOT NULL)")
        connection.execute("INSERT INTO stock VALUES ('desk', 10), ('lamp', 10)")


def test_two_carts_with_the_same_articles_are_both_reserved():
    with ThreadPoolExecutor() as pool:
        first = pool.submit(reserve, {"lamp": 1, "desk": 1})
        time.sleep(0.3)
        second = pool.submit(reserve, {"desk": 1, "lamp": 2})
    first.result()
    second.result()

    with psycopg.connect() as connection:
        left = connection.execute("SELECT sku, pieces FROM stock ORDER BY sku").fetchall()
    assert left == [("desk", 8), ("lamp", 7)]
