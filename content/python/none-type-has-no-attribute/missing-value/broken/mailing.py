def addresses(orders):
    found = []
    for order in orders:
        found.append(order.get("customer").get("email").lower())
    return found
