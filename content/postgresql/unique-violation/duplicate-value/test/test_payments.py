import psycopg
import pytest

from payments import record
from tables import create_tables


@pytest.fixture(autouse=True)
def tables():
    create_tables()


def test_a_message_that_comes_twice_is_one_payment():
    event = {"id": "evt_7310", "order": 1007, "amount": "199.00"}

    assert [record(event), record(event)] == [True, False]

    with psycopg.connect() as connection:
        stored = connection.execute("SELECT event, order_number FROM payment").fetchall()
    assert stored == [("evt_7310", 1007)]


def test_two_payments_of_one_order_are_both_stored():
    first = {"id": "evt_7310", "order": 1007, "amount": "100.00"}
    second = {"id": "evt_7311", "order": 1007, "amount": "99.00"}

    assert [record(first), record(second)] == [True, True]
