def parse(row):
    try:
        return int(row["amount"])
    except ValueError:
        return fallback(row)


def fallback(row):
    return row["default_amount"] * 2


print(parse({"amount": "twelve"}))
