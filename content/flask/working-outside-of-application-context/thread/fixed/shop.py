from threading import Thread

from flask import Flask, current_app

app = Flask(__name__)
app.config["SENDER"] = "orders@shop.example"
outbox = []


def send_mail(app, order):
    with app.app_context():
        outbox.append((current_app.config["SENDER"], f"Order {order} is on its way."))


@app.post("/orders")
def place_order():
    Thread(target=send_mail, args=[current_app._get_current_object(), 1007]).start()
    return "order 1007 placed"
