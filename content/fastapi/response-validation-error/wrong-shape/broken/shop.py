from fastapi import FastAPI
from pydantic import BaseModel

app = FastAPI()

offers = [{"sku": "lamp", "price": 35.0}, {"sku": "desk", "price": 139.0}]


class Offer(BaseModel):
    sku: str
    price: float


@app.get("/offers")
def read_offers() -> Offer:
    return offers
