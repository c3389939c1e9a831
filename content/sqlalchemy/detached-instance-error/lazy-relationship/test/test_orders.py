import pytest

from models import Base, Line, Order, Session, engine
from orders import load_order


@pytest.fixture(autouse=True)
def order():
    Base.metadata.drop_all(engine)
    Base.metadata.create_all(engine)
    with Session.begin() as session:
        session.add(Order(id=1007, email="ada@example.com", lines=[Line(product="Reading lamp")]))


def test_the_lines_of_a_loaded_order_can_be_read():
    assert [line.product for line in load_order(1007).lines] == ["Reading lamp"]
