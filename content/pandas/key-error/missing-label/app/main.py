from report import first_paid_order

print(first_paid_order("orders.csv"))
