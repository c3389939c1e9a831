from stock import counts

print(counts("stock.txt"))
