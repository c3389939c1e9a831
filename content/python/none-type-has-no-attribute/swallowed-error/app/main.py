from database import connect, order_count

print(order_count(connect("data/shop.db")), "orders")
