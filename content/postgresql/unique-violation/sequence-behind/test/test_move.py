import pytest

from customers import sign_up
from move import move_customers
from tables import create_tables


@pytest.fixture(autouse=True)
def tables():
    create_tables()


def test_new_customers_get_numbers_above_the_moved_ones():
    move_customers([(1, "ada@example.com"), (7, "grace@example.com")])

    assert [sign_up("linus@example.com"), sign_up("joan@example.com")] == [8, 9]
