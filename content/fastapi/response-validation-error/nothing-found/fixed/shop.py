from fastapi import FastAPI, HTTPException
from pydantic import BaseModel

app = FastAPI()

products = {"lamp": {"sku": "lamp", "price": 40.0}}


class Product(BaseModel):
    sku: str
    price: float


@app.get("/products/{sku}")
def read_product(sku: str) -> Product:
    product = products.get(sku)
    if product is None:
        raise HTTPException(404, f"There is no product {sku}.")
    return product
