import pytest
from pydantic import ValidationError

from models import Order


def test_an_order_may_have_a_coupon():
    assert Order.model_validate_json('{"sku": "TB-100", "quantity": 2, "coupon": "SPRING"}').coupon == "SPRING"


def test_a_misspelt_field_is_still_refused():
    with pytest.raises(ValidationError):
        Order.model_validate_json('{"sku": "TB-100", "quantity": 2, "coupn": "SPRING"}')
