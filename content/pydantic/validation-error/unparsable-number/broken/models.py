from decimal import Decimal

from pydantic import BaseModel


class Price(BaseModel):
    sku: str
    price: Decimal
