import pytest

from desk import OrderDesk
from shop import create_tables, engine


@pytest.fixture(autouse=True)
def tables():
    create_tables()
    yield
    engine.dispose()


def test_twenty_clerks_take_orders():
    desks = [OrderDesk(f"clerk {number}") for number in range(20)]

    assert [desk.take(lines=1) for desk in desks] == list(range(1, 21))
    assert [desk.numbers() for desk in desks] == [[number] for number in range(1, 21)]


def test_a_desk_gives_its_connection_back():
    desk = OrderDesk("Ada")
    desk.take(lines=1)

    assert engine.pool.checkedout() == 0
