import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psycopg
import pytest

from orders import add_line


@pytest.fixture(autouse=True)
def order():
    with psycopg.connect() as connection:
        connection.execute("DROP TABLE IF EXISTS order_line, orders")
        connection.execute(Path("schema.sql").read_text())


def test_two_lines_at_once_are_both_in_the_total():
    with ThreadPoolExecutor() as pool:
        first = pool.submit(add_line, 1007, "lamp")
        time.sleep(0.3)
        second = pool.submit(add_line, 1007, "desk")
    first.result()
    second.result()

    with psycopg.connect() as connection:
        assert connection.execute("SELECT total FROM orders").fetchone() == (280,)
        assert connection.execute("SELECT count(*) FROM order_line").fetchone() == (2,)
