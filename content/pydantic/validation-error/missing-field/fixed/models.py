from pydantic import BaseModel, ConfigDict
from pydantic.alias_generators import to_camel


class Product(BaseModel):
    model_config = ConfigDict(alias_generator=to_camel)

    sku: str
    unit_price: float
