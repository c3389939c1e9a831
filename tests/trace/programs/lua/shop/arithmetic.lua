local cart = { total = "ten" }
local function tax()
  return cart.total * 0.2
end
print(tax())
