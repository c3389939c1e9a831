from fastapi import FastAPI
from pydantic import BaseModel

app = FastAPI()

products = {"lamp": {"sku": "lamp", "price": 40.0}}


class Product(BaseModel):
    sku: str
    price: float


@app.get("/products/{sku}")
def read_product(sku: str) -> Product:
    return products.get(sku)
