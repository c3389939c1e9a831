import pytest
import requests
from inventory import Inventory, running
from restarting import Restarting
from stock import stock_of


def test_a_request_that_was_dropped_is_sent_again():
    class FreshlyRestarting(Restarting):
        requests = 0

    with running(FreshlyRestarting) as address:
        assert stock_of(address, "TB-100") == 12


def test_a_service_that_never_answers_is_still_an_error():
    class Broken(Inventory):
        def do_GET(self):
            self.close_connection = True

    with running(Broken) as address, pytest.raises(requests.ConnectionError):
        stock_of(address, "TB-100")
