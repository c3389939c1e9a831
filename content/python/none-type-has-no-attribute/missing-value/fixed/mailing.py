def addresses(orders):
    found = []
    for order in orders:
        customer = order["customer"]
        # A guest's order has no customer and gets no mail.
        if customer is not None:
            found.append(customer["email"].lower())
    return found
