from flask import Flask


def create_app():
    app = Flask(__name__)
    app.config["SENDER"] = "orders@shop.example"
    return app
