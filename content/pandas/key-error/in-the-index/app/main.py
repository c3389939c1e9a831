from report import totals

print(totals("sales.csv").to_string(index=False))
