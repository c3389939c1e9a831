from suppliers import names

print(", ".join(names("suppliers.csv")))
