from src.prices import price_list

for line in price_list():
    print(line)
