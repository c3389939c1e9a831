from fastapi import FastAPI
from pydantic import BaseModel

app = FastAPI()

customers = {
    1007: {"name": "Ada", "phone": "+44 20 7946 0007"},
    1008: {"name": "Grace", "phone": None},
}


class Customer(BaseModel):
    name: str
    phone: str


@app.get("/customers/{number}")
def read_customer(number: int) -> Customer:
    return customers[number]
