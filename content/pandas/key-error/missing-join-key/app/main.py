from report import named_sales

print(named_sales("sales.csv", "products.csv").to_string(index=False))
