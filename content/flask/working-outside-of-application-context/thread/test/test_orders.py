import threading

from shop import app, outbox


def test_an_order_is_followed_by_a_mail():
    response = app.test_client().post("/orders")
    for thread in threading.enumerate():
        if thread is not threading.main_thread():
            thread.join(timeout=5)

    assert response.status_code == 200
    assert outbox == [("orders@shop.example", "Order 1007 is on its way.")]
