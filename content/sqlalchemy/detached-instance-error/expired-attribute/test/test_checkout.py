import pytest

from checkout import place_order
from models import Base, engine


@pytest.fixture(autouse=True)
def tables():
    Base.metadata.drop_all(engine)
    Base.metadata.create_all(engine)


def test_a_placed_order_knows_its_number_and_address():
    order = place_order("ada@example.com")
    assert (order.id, order.email) == (1, "ada@example.com")
