from report import revenue

print(f"{revenue('sales.csv'):.2f} EUR")
