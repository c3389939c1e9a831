from fastapi.testclient import TestClient

from shop import app


def test_all_offers_are_shown():
    offers = TestClient(app).get("/offers").json()

    assert offers == [{"sku": "lamp", "price": 35.0}, {"sku": "desk", "price": 139.0}]


def test_the_documentation_says_that_it_is_a_list():
    schema = app.openapi()["paths"]["/offers"]["get"]["responses"]["200"]["content"]["application/json"]["schema"]

    assert schema["type"] == "array"
