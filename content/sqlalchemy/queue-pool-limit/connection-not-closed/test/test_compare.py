from compare import cheapest, price_list
from prices import create_tables, engine

suppliers = [f"supplier {number}" for number in range(1, 21)]


def test_the_lowest_price_of_twenty_suppliers_is_found():
    create_tables(suppliers)

    assert cheapest(suppliers) == {"desk": 4000, "lamp": 4000}


def test_a_price_list_needs_no_connection_after_it_was_read():
    create_tables(suppliers)
    rows = price_list("supplier 3")

    assert engine.pool.checkedout() == 0
    assert [sku for sku, _, _ in rows] == ["desk", "lamp"]
