from shop import app


def test_the_account_links_to_the_orders():
    page = app.test_client().get("/account").get_data(as_text=True)
    assert '<a href="/orders">My orders</a>' in page


def test_a_stranger_does_not_see_the_orders():
    assert app.test_client().get("/orders").status_code == 401
