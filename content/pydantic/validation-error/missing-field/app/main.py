"""Reads the supplier's answer and prints its prices."""

from models import Product

ANSWER = '{"sku": "TB-100", "unitPrice": 39.9}'

product = Product.model_validate_json(ANSWER)
print(f"{product.sku} costs {product.unit_price}")
