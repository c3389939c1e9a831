from shop import app


def test_an_order_links_to_its_own_invoice():
    page = app.test_client().get("/orders/1007").get_data(as_text=True)
    assert '<a href="/orders/1007/invoice">Invoice</a>' in page
