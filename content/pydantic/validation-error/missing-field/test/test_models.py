import pytest
from pydantic import ValidationError

from models import Product


def test_the_suppliers_names_are_read():
    assert Product.model_validate_json('{"sku": "TB-100", "unitPrice": 39.9}').unit_price == 39.9


def test_a_product_without_a_price_is_refused():
    with pytest.raises(ValidationError):
        Product.model_validate_json('{"sku": "TB-100"}')
