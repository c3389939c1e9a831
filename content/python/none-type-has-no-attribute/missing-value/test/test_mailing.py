import pytest
from mailing import addresses

ADA = {"customer": {"name": "Ada", "email": "Ada@example.org"}}


def test_guests_get_no_mail():
    assert addresses([ADA, {"customer": None}]) == ["ada@example.org"]


def test_a_customer_without_an_address_is_an_error():
    with pytest.raises(KeyError, match="email"):
        addresses([ADA, {"customer": {"name": "Grace"}}])
