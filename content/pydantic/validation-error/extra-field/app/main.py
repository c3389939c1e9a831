"""Takes an order as the new version of the shop's page sends it."""

from models import Order

BODY = '{"sku": "TB-100", "quantity": 2, "coupon": "SPRING"}'

order = Order.model_validate_json(BODY)
print(f"{order.quantity} of {order.sku}")
