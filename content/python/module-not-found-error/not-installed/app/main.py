from receipts import receipt

print(receipt("1007", [("Desk lamp", 2, "39.00"), ("Coat hook", 1, "12.50")]))
