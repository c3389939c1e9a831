from decimal import Decimal
from typing import Annotated

from pydantic import BaseModel, BeforeValidator


def from_german(value):
    """Turns the text 1.054,00 into 1054.00."""
    return value.replace(".", "").replace(",", ".") if isinstance(value, str) else value


class Price(BaseModel):
    sku: str
    price: Annotated[Decimal, BeforeValidator(from_german)]
