from flask import Flask, render_template

app = Flask(__name__)


@app.get("/orders/<int:number>")
def order(number):
    return render_template("order.html", order={"number": number, "total": "93.90"})


@app.get("/orders/<int:number>/invoice")
def invoice(number):
    return f"invoice of order {number}"
