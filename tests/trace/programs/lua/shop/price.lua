local prices = { pen = 2 }

function priceOf(name)
  if not prices[name] then
    error("no price for " .. name)
  end
  return prices[name]
end

for _, name in ipairs({ "ink", "pen" }) do
  print(priceOf(name))
end
