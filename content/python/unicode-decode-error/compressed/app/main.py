from orders import total

print(f"{total('orders.csv.gz'):.2f} EUR")
