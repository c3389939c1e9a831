import psycopg
import pytest

from prices import load
from tables import create_tables


@pytest.fixture(autouse=True)
def tables():
    create_tables()


def test_the_second_list_adds_and_updates_prices():
    load(["sku,amount\n", "desk,159.00\n", "lamp,40.00\n"])
    load(["sku,amount\n", "chair,89.00\n", "lamp,42.00\n"])

    with psycopg.connect() as connection:
        prices = connection.execute("SELECT sku, amount::text FROM price ORDER BY sku").fetchall()
    assert prices == [("chair", "89.00"), ("desk", "159.00"), ("lamp", "42.00")]


def test_an_article_that_a_list_has_twice_is_stored_once():
    load(["sku,amount\n", "lamp,40.00\n", "lamp,40.00\n"])

    with psycopg.connect() as connection:
        assert connection.execute("SELECT count(*) FROM price").fetchone() == (1,)
