import pytest
from catalog import prices

DESK_LAMP = '<li class="product"><h2>Desk lamp</h2><span class="price">39.00</span></li>'
SOLD_OUT = '<li class="product"><h2>Floor lamp</h2><span class="sold-out">Sold out</span></li>'


def test_a_product_that_is_sold_out_has_no_price():
    assert prices(DESK_LAMP + SOLD_OUT) == [("Desk lamp", "39.00"), ("Floor lamp", None)]


def test_a_page_that_looks_different_is_reported_with_the_product():
    with pytest.raises(ValueError, match="Desk lamp"):
        prices(DESK_LAMP.replace("price", "product-price"))
