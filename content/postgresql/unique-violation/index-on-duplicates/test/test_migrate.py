import psycopg
import pytest

from migrate import migrate
from tables import create_tables


@pytest.fixture(autouse=True)
def tables():
    create_tables()


def test_all_orders_of_an_address_belong_to_one_customer():
    migrate()

    with psycopg.connect() as connection:
        orders = connection.execute("SELECT number, customer_id FROM orders ORDER BY number").fetchall()
        customers = connection.execute("SELECT id FROM customer ORDER BY id").fetchall()
    assert orders == [(1007, 1), (1008, 1)]
    assert customers == [(1,), (2,)]


def test_no_second_customer_gets_the_same_address():
    migrate()

    with psycopg.connect() as connection, pytest.raises(psycopg.errors.UniqueViolation):
        connection.execute("INSERT INTO customer VALUES (4, 'ada@example.com')")
