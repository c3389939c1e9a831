from flask import Blueprint, Flask, render_template

catalog = Blueprint("catalog", __name__)


@catalog.get("/")
def home():
    return render_template("home.html")


@catalog.get("/products")
def products():
    return "all products"


app = Flask(__name__)
app.register_blueprint(catalog)
