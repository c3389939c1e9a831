def total(lines):
    return sum(line["price"] for line in lines


print(total([]))
