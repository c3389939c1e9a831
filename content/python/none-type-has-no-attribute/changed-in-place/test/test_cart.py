from cart import Cart


def test_a_cart_holds_all_that_was_added():
    cart = Cart()
    cart.add("Desk lamp", 3900)
    assert cart.total() == 3900
    cart.add("Coat hook", 1250)
    assert cart.total() == 5150
