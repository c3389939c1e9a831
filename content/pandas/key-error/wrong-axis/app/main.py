from export import public_table

print(public_table("customers.csv").to_csv(index=False))
