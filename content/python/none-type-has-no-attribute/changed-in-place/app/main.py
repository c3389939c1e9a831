from cart import Cart

cart = Cart()
cart.add("Desk lamp", 3900)
cart.add("Coat hook", 1250)
print(f"{cart.total() / 100:.2f} EUR")
