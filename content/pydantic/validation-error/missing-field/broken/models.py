from pydantic import BaseModel


class Product(BaseModel):
    sku: str
    unit_price: float
