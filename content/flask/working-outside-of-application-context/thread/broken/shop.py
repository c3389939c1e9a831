from threading import Thread

from flask import Flask, current_app

app = Flask(__name__)
app.config["SENDER"] = "orders@shop.example"
outbox = []


def send_mail(order):
    outbox.append((current_app.config["SENDER"], f"Order {order} is on its way."))


@app.post("/orders")
def place_order():
    Thread(target=send_mail, args=[1007]).start()
    return "order 1007 placed"
