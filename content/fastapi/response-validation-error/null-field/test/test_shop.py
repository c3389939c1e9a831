from fastapi.testclient import TestClient

from shop import app

client = TestClient(app)


def test_a_customer_without_a_phone_is_shown_without_one():
    assert client.get("/customers/1008").json() == {"name": "Grace", "phone": None}


def test_a_customer_with_a_phone_is_shown_with_it():
    assert client.get("/customers/1007").json() == {"name": "Ada", "phone": "+44 20 7946 0007"}
