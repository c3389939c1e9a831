from test_price import total

print(total({"apple": None}))
