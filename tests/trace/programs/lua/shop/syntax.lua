local function total(items)
  for _, item in ipairs(items) do
    sum = sum + item
end
