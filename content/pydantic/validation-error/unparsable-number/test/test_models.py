from decimal import Decimal

import pytest
from pydantic import ValidationError

from models import Price


@pytest.mark.parametrize("written, price", [("39,90", "39.90"), ("1.054,00", "1054.00"), ("12", "12")])
def test_german_prices_are_read(written, price):
    assert Price(sku="TB-100", price=written).price == Decimal(price)


@pytest.mark.parametrize("price", ["on request", None])
def test_what_is_no_price_is_still_refused(price):
    with pytest.raises(ValidationError):
        Price(sku="TB-102", price=price)
