import pytest
from inventory import Inventory, running
from supplier import stock_of


class Proxy(Inventory):
    """Keeps the addresses that it was asked for."""

    asked = []

    def do_GET(self):
        self.asked.append(self.path)
        super().do_GET()


def test_the_proxy_is_asked_for_the_whole_address(monkeypatch):
    with running(Proxy) as proxy:
        monkeypatch.setenv("OUTBOUND_PROXY", proxy)
        assert stock_of("TB-100") == 12
    assert Proxy.asked == ["http://224.0.0.1/stock/TB-100"]


def test_a_missing_setting_is_named(monkeypatch):
    monkeypatch.delenv("OUTBOUND_PROXY", raising=False)
    with pytest.raises(KeyError, match="OUTBOUND_PROXY"):
        stock_of("TB-100")
