from pydantic import BaseModel


class Customer(BaseModel):
    email: str
    phone: str | None = None
