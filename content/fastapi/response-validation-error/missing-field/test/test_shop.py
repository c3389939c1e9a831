from fastapi.testclient import TestClient

from shop import app


def test_an_order_is_shown_with_its_total():
    order = TestClient(app).get("/orders/1007").json()

    assert order["total"] == 239.0
    assert [line["sku"] for line in order["lines"]] == ["lamp", "desk"]
