local function total(cart)
  return cart.items.pen * 2
end

local function show(cart)
  print(total(cart))
end

show({})
