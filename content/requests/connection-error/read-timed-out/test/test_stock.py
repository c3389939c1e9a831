import socket

import pytest
import requests
from inventory import running
from slow import Slow
from stock import whole_stock


def test_a_pause_of_two_seconds_is_waited_for():
    with running(Slow) as address:
        assert whole_stock(address) == [{"sku": "TB-100", "count": 12}]


def test_an_address_that_refuses_is_reported_at_once():
    with socket.create_server(("127.0.0.1", 0)) as unused:
        port = unused.getsockname()[1]
    with pytest.raises(requests.ConnectionError):
        whole_stock(f"http://127.0.0.1:{port}")
