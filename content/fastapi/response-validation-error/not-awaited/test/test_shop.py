from fastapi.testclient import TestClient

from shop import app


def test_the_stock_is_what_the_warehouse_says():
    assert TestClient(app).get("/stock/lamp").json() == {"sku": "lamp", "pieces": 12}
