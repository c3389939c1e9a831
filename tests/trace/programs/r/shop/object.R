print(cart$total)
