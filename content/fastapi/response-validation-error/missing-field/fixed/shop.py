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
    lines = orders[number]
    total = sum(line["pieces"] * line["price"] for line in lines)
    return {"number": number, "lines": lines, "total": total}
