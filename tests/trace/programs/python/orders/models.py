from pydantic import BaseModel


class Line(BaseModel):
    product: str
    count: int


class Order(BaseModel):
    number: int
    lines: list[Line]
