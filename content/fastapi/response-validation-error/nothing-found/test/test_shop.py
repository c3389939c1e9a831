from fastapi.testclient import TestClient

from shop import app

client = TestClient(app)


def test_a_product_that_is_not_there_is_a_404():
    answer = client.get("/products/sofa")

    assert answer.status_code == 404
    assert answer.json() == {"detail": "There is no product sofa."}


def test_a_product_that_is_there_is_shown():
    assert client.get("/products/lamp").json() == {"sku": "lamp", "price": 40.0}
