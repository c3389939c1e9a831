from availability import is_available
from inventory import running


def test_the_address_of_the_service_may_end_in_a_slash(monkeypatch):
    with running() as address:
        for url in (address, f"{address}/"):
            monkeypatch.setenv("INVENTORY_URL", url)
            assert is_available("TB-100")
