from fastapi import FastAPI
from pydantic import BaseModel

app = FastAPI()


class Stock(BaseModel):
    sku: str
    pieces: int


async def ask_warehouse(sku):
    """Asks the service of the warehouse, which takes its time."""
    return {"sku": sku, "pieces": 12}


@app.get("/stock/{sku}")
async def read_stock(sku: str) -> Stock:
    return await ask_warehouse(sku)
