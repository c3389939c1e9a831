from fastapi import FastAPI
from pydantic import BaseModel

app = FastAPI()

orders = {1007: [{"sku": "lamp", "pieces": 2, "price": 40.0}, {"sku": "desk", "pieces": 1, "price": 159.0}]}


class Order(BaseModel):
    number: int
    lines: list[dict]
    total: float


@app.get("/orders/{number}")
def read_order(number: int) -> Order:
    return {"number": number, "lines": orders[number]}
