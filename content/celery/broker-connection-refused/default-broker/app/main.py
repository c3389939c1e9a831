from shop.checkout import place_order

print(place_order(1007))
