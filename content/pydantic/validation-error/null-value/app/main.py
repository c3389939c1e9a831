"""Reads one customer from the old shop's export."""

from models import Customer

EXPORT = '{"email": "ada@example.com", "phone": null}'

customer = Customer.model_validate_json(EXPORT)
print(f"{customer.email}, phone: {customer.phone or 'none'}")
