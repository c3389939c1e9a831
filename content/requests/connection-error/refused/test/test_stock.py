import pytest
from inventory import running
from stock import stock_of


def test_the_address_comes_from_the_environment(monkeypatch):
    with running() as address:
        monkeypatch.setenv("INVENTORY_URL", address)
        assert stock_of("TB-100") == 12


def test_a_missing_setting_is_named(monkeypatch):
    monkeypatch.delenv("INVENTORY_URL", raising=False)
    with pytest.raises(KeyError, match="INVENTORY_URL"):
        stock_of("TB-100")
