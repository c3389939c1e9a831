from flask import Flask, render_template

from accounts import login_required

app = Flask(__name__)


@app.get("/account")
def account():
    return render_template("account.html")


@app.get("/orders")
@login_required
def orders():
    return "your orders"
