import pytest

import old_carts
from carts import add, contents
from server import server


@pytest.fixture(autouse=True)
def empty():
    server.flushdb()


def test_a_cart_from_before_the_update_can_be_filled_further():
    old_carts.save(1007, {"lamp": 1})

    add(1007, "desk", 2)
    add(1007, "lamp", 1)

    assert contents(1007) == {"lamp": 2, "desk": 2}


def test_a_new_cart_begins_empty():
    assert contents(1008) == {}
    add(1008, "desk", 1)
    assert contents(1008) == {"desk": 1}
