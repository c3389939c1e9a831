from decimal import Decimal
from typing import Annotated

from pydantic import BaseModel, BeforeValidator


def from_german(text):
    """Turns 1.054,00 into 1054.00."""
    return text.replace(".", "").replace(",", ".")


class Price(BaseModel):
    sku: str
    price: Annotated[Decimal, BeforeValidator(from_german)]
