from pydantic import BaseModel, Field


class Parcel(BaseModel):
    number: str = Field(coerce_numbers_to_str=True)
    weight: float
