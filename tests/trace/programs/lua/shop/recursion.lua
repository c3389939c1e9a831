function again(n)
  return 1 + again(n + 1)
end
print(again(1))
