"""Letters to customers."""


def find_customer(customers, number):
    for customer in customers:
        if customer["number"] == number:
            return customer


def greeting(customers, number):
    name = find_customer(customers, number).get("name")
    return f"Dear {name},"
