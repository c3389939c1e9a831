import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psycopg
import pytest

from migrate import migrate
from shop import show_order


@pytest.fixture(autouse=True)
def tables():
    with psycopg.connect() as connection:
        connection.execute("DROP TABLE IF EXISTS orders, customer")
        connection.execute(Path("schema.sql").read_text())


def test_a_page_is_shown_while_the_tables_change():
    with ThreadPoolExecutor() as pool:
        migration = pool.submit(migrate)
        time.sleep(0.3)
        page = pool.submit(show_order, 1007)
    migration.result()
    assert page.result() == "ada@example.com"

    with psycopg.connect() as connection:
        assert connection.execute("SELECT note FROM orders").fetchall() == [(None,)]
