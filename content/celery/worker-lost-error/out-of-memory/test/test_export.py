import tracemalloc

import pytest

import tasks
from orders import query_orders


@pytest.fixture
def peak_of(monkeypatch, tmp_path):
    """Measures the most memory that an export of so many orders holds at once."""

    def measure(orders):
        monkeypatch.setattr(tasks, "query_orders", lambda: query_orders(orders))
        tracemalloc.start()
        assert tasks.export_orders(tmp_path / "orders.csv") == orders
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return peak

    return measure


def test_ten_times_the_orders_do_not_take_twice_the_memory(peak_of):
    small, large = peak_of(2_000), peak_of(20_000)

    assert large < 2 * small, f"the peak grew {large / small:.0f} times"


def test_every_order_is_a_line_of_the_file(tmp_path, monkeypatch):
    monkeypatch.setattr(tasks, "query_orders", lambda: query_orders(3))

    tasks.export_orders(tmp_path / "orders.csv")

    assert len((tmp_path / "orders.csv").read_text().splitlines()) == 1 + 3
